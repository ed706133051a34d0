import Search from '@mui/icons-material/Search';
import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;
const MIN_LENGTH = 2;

interface ImeSearchInputProps {
  label: string;
  help: string;
  value: string;
  /** Called with at least two characters, or with an empty text; never while a pinyin is being composed. */
  onSearch: (text: string) => void;
}

/** A search field for Chinese: the letters of an unfinished pinyin are not a question. */
export function ImeSearchInput({ label, help, value, onSearch }: ImeSearchInputProps) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (next: string): void => {
    clearTimeout(timer.current);
    if (composing.current) return;
    const question = next.trim();
    if (question.length === 1) return;
    timer.current = setTimeout(() => onSearch(question), PAUSE_MS);
  };
  return (
    <TextField
      type="search"
      variant="outlined"
      fullWidth
      label={label}
      helperText={help}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        ask(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
        clearTimeout(timer.current);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        ask((event.target as HTMLInputElement).value);
      }}
      autoComplete="off"
      slotProps={{
        htmlInput: { minLength: MIN_LENGTH },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search aria-hidden />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
