import { formatSize, nameOf, precheck } from './attachment-files';

describe('files before they are sent', () => {
  it.each([
    [1, '1 KB'],
    [1_024, '1 KB'],
    [327_680, '320 KB'],
    [1_048_576, '1 MB'],
    [20_971_520, '20 MB'],
  ])('%i bytes read %s', (bytes, text) => expect(formatSize(bytes)).toBe(text));

  it('are checked for what can be known already', () => {
    expect(precheck({ size: 0 }, 10)).toBe('emptyFile');
    expect(precheck({ size: 11 }, 10)).toBe('tooLarge');
    expect(precheck({ size: 10 }, 10)).toBeNull();
  });

  it('keep their name, or get one when they were pasted', () => {
    const at = '2026-09-15 09:00';
    expect(nameOf({ name: '回执.pdf', type: 'application/pdf' }, 0, at)).toBe('回执.pdf');
    expect(nameOf({ name: 'image.png', type: 'image/png' }, 1, at)).toBe('截图 2026-09-15-09-00 2.png');
    expect(nameOf({ name: '', type: '' }, 0, at)).toBe('截图 2026-09-15-09-00 1.png');
  });
});
