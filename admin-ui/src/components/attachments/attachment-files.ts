/** What the file chooser offers first; the server judges by content, so the list here only saves a wrong click. */
export const ACCEPT = [
  'image/jpeg,image/png,image/webp,image/heic,image/heif',
  'application/pdf,.pdf,.docx,.xlsx',
  'audio/mpeg,audio/mp4,audio/wav,audio/amr,.mp3,.m4a,.wav,.amr',
  'video/mp4,.mp4',
].join(',');

/** 1.4 MB, 20 MB, 320 KB. */
export function formatSize(bytes: number): string {
  if (bytes >= 1_048_576) return `${Number((bytes / 1_048_576).toFixed(1))} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** What can be said before anything is sent; null when it is worth sending. */
export function precheck(file: Pick<File, 'size'>, maxBytes: number): 'emptyFile' | 'tooLarge' | null {
  if (file.size === 0) return 'emptyFile';
  return file.size > maxBytes ? 'tooLarge' : null;
}

/** Pasted pictures all have the same name; the time tells them apart. */
export function nameOf(file: Pick<File, 'name' | 'type'>, index: number, at: string): string {
  if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file.name;
  const extension = file.type.split('/')[1] ?? 'png';
  return `截图 ${at.replace(/[: ]/g, '-')} ${index + 1}.${extension}`;
}
