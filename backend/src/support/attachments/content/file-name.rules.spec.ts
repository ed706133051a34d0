import { contentDisposition, tidyName } from './file-name.rules';
import { FILE_TYPES } from './file-types.rules';

const { jpeg, pdf, mp4 } = FILE_TYPES;

describe('the name of an attachment', () => {
  it.each([
    ['伤情照片.jpg', '伤情照片.jpg'],
    ['IMG_0001.JPEG', 'IMG_0001.JPEG'],
    ['照片', '照片.jpg'],
    ['照片.exe', '照片.exe.jpg'],
    ['病历.pdf', '病历.pdf.jpg'],
    ['a\u202egpj.exe', 'agpj.exe.jpg'],
    ['\u200b\u200f照\u2066片.jpg', '照片.jpg'],
    ['多\r\n行\t名\u0000字.jpg', '多行名字.jpg'],
    ['../../etc/passwd', '_.._etc_passwd.jpg'],
    ['C:\\fakepath\\x.jpg', 'C__fakepath_x.jpg'],
    ['<img src=x>".jpg', '_img src=x__.jpg'],
    ['  ..  ', '附件.jpg'],
    ['', '附件.jpg'],
    ['.jpg', 'jpg.jpg'],
    ['CON.jpg', '附件CON.jpg'],
    ['e\u0301te\u0301.jpg', 'été.jpg'],
    ['\ud800坏字.jpg', '\ufffd坏字.jpg'],
    ['𠮷田.jpg', '𠮷田.jpg'],
  ])('%j becomes %j', (claimed, tidy) => expect(tidyName(claimed, jpeg)).toBe(tidy));

  it('keeps its length within bounds and never cuts a letter in two', () => {
    const tidy = tidyName(`${'𠮷'.repeat(300)}.pdf`, pdf);
    expect([...tidy]).toHaveLength(120);
    expect(tidy).toMatch(/^𠮷+\.pdf$/u);
    expect(tidy.isWellFormed()).toBe(true);
  });

  it('leaves a sound recording the name its phone gave it', () =>
    expect(tidyName('录音 3.m4a', mp4)).toBe('录音 3.m4a'));

  it('goes into the header of a download without a way to break it (RFC 5987)', () => {
    const header = contentDisposition('attachment', '病历 "1"\'(二)*.pdf');
    expect(header).toBe(
      `attachment; filename="__ _1_'(_)*.pdf"; filename*=UTF-8''%E7%97%85%E5%8E%86%20%221%22%27%28%E4%BA%8C%29%2A.pdf`,
    );
    expect(contentDisposition('inline', '中')).toMatch(/^inline; /);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });
});
