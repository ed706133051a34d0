import { useTranslate } from 'ra-core';
import type { zh } from './zh';

type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** Every key of our own catalogue; a key that does not exist does not compile. */
export type MessageKey = KeysOf<Omit<typeof zh, 'ra' | 'resources'>>;

export type Text = (key: MessageKey, params?: Record<string, string | number>) => string;

/** The texts of the chosen language. */
export function useText(): Text {
  return useTranslate() as Text;
}
