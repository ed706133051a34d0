/** What a screen shows in place of a value that its reader may not open. Masked values cannot be searched. */

const HIDDEN = '****';
const MAX_STARS = 3;
const SHOWN_ADDRESS_CHARACTERS = 6;
const SHORT_ADDRESS_CHARACTERS = 3;

/** 复姓 still in use; the surname is shown whole. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 ' +
    '公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 ' +
    '拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 西门 南荣 第五 单于 贺兰 纳兰'
  ).split(' '),
);

/** 张明 → 张*, 张小明 → 张*明, 欧阳明 → 欧阳*, 欧阳小明 → 欧阳*明. At most three stars. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  if (characters.length === 1) return '*';
  const isCompound = characters.length >= 3 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  const head = isCompound ? 2 : 1;
  const tail = characters.length - head >= 2 ? 1 : 0;
  const stars = Math.min(characters.length - head - tail, MAX_STARS);
  return `${characters.slice(0, head).join('')}${'*'.repeat(stars)}${tail ? (characters.at(-1) ?? '') : ''}`;
}

/** First 3 and last 4: 410***********001X. Numbers too short to hide half of them are hidden whole. */
export function maskIdNumber(idNumber: string): string {
  const value = idNumber.trim();
  if (value === '') return '';
  if (value.length < 14) return HIDDEN;
  return `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`;
}

/** 138****1234; a landline without area code shows its last 2 digits, anything shorter nothing. */
export function maskPhone(phone: string): string {
  if (phone.trim() === '') return '';
  const digits = phone
    .normalize('NFKC')
    .replace(/\D/gu, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/u, '');
  if (digits.length >= 11) return `${digits.slice(0, 3)}${HIDDEN}${digits.slice(-4)}`;
  return digits.length >= 7 ? `${HIDDEN}${digits.slice(-2)}` : HIDDEN;
}

/** Keeps about the township: the first 6 characters (3 of a short address), never a number of house or road. */
export function maskAddress(address: string): string {
  const characters = [...address.trim()];
  if (characters.length === 0) return '';
  const isShort = characters.length <= SHOWN_ADDRESS_CHARACTERS;
  const shown = characters.slice(0, isShort ? SHORT_ADDRESS_CHARACTERS : SHOWN_ADDRESS_CHARACTERS).join('');
  return `${shown.replace(/[0-9０-９].*$/u, '')}${HIDDEN}`;
}
