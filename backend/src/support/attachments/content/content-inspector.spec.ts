import { createHash } from 'node:crypto';
import { DomainError } from '../../../kernel';
import {
  amr,
  container,
  docx,
  jpeg,
  mp3,
  pdf,
  png,
  wav,
  webp,
  xlsx,
  zip,
} from '../../../../../test/support/sample-files';
import { ContentInspector, type Inspected } from './content-inspector';

const MAX = 2_000_000;
const text = (words: string): Buffer => Buffer.from(words);
const latin1 = (bytes: string): Buffer => Buffer.from(bytes, 'latin1');

async function* parts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function inspect(bytes: Buffer, size = 1_000, max = MAX): Promise<Inspected> {
  const inspector = new ContentInspector(max);
  const passed: Buffer[] = [];
  for await (const part of inspector.through(parts(bytes, size))) passed.push(part);
  expect(Buffer.concat(passed).equals(bytes)).toBe(true);
  return inspector.inspected;
}

async function refusal(bytes: Buffer, size = 1_000): Promise<{ status: number; detail: string }> {
  try {
    await inspect(bytes, size);
  } catch (error) {
    if (error instanceof DomainError) return { status: error.status, detail: error.detail };
    throw error;
  }
  return { status: 200, detail: '' };
}

describe('what may be kept, by its content (security.md F01)', () => {
  it.each([
    ['jpeg', jpeg()],
    ['png', png()],
    ['webp', webp()],
    ['heic', container('heic')],
    ['heic', container('mif1')],
    ['pdf', pdf()],
    ['docx', docx()],
    ['xlsx', xlsx()],
    ['mp3', mp3()],
    ['mp3', Buffer.concat([latin1('ID3\x04\x00\x00\x00\x00\x00\x00'), mp3()])],
    ['m4a', container('M4A')],
    ['wav', wav()],
    ['amr', amr()],
    ['mp4', container('isom')],
    ['mp4', container('mp42')],
  ])('takes %s, in parts of any size', async (code, bytes) => {
    for (const size of [1, 7, 1_000, 1_000_000]) {
      const found = await inspect(bytes, size);
      expect(found.type.code).toBe(code);
      expect(found.size).toBe(bytes.length);
      expect(found.sha256.equals(createHash('sha256').update(bytes).digest())).toBe(true);
    }
  });

  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), '矢量图'],
    ['an SVG behind an XML line', text('\ufeff<?xml version="1.0"?><svg/>'), '矢量图'],
    ['a page', text('  <!DOCTYPE html><html></html>'), '网页'],
    ['a page without a head', text('<script>alert(1)</script>'), '网页'],
    ['a shell script', text('#!/bin/sh\nrm -rf /'), '程序'],
    ['a batch file', text('@echo off'), '程序'],
    ['PHP', text('<?php system($_GET[0]);'), '程序'],
    ['a Windows program', latin1('MZ\x90\x00\x03'), '程序'],
    ['a Linux program', latin1('\x7fELF\x02'), '程序'],
    ['an archive', zip([{ name: '照片.jpg' }]), '解压'],
    ['a Java archive', zip([{ name: 'META-INF/MANIFEST.MF' }, { name: 'a.class' }]), '解压'],
    ['an Android app', zip([{ name: 'AndroidManifest.xml' }]), '解压'],
    ['RAR', latin1('Rar!\x1a\x07\x01\x00'), '解压'],
    ['7-Zip', latin1("7z\xbc\xaf'\x1c"), '解压'],
    ['gzip', latin1('\x1f\x8b\x08'), '解压'],
    ['old Word', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), '旧版'],
    ['OFD', zip([{ name: 'OFD.xml' }, { name: 'Doc_0/Document.xml' }]), 'OFD'],
    ['GIF', text('GIF89a'), 'GIF'],
    ['BMP', text('BM6'), 'BMP'],
    ['TIFF', latin1('II*\x00'), 'TIFF'],
    ['an iPhone film', container('qt'), '.mov'],
    ['AVIF', container('avif'), '可以上传'],
    ['RTF', text('{\\rtf1}'), 'RTF'],
    ['plain text', text('孩子身上有伤'), '可以上传'],
    ['plain bytes', Buffer.alloc(50_000, 7), '可以上传'],
    ['EICAR', text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), '可以上传'],
    ['half a PNG header', latin1('\x89PNG\r\n\x1a\n'), '可以上传'],
    ['a RIFF of another form', text('RIFF\0\0\0\0AVI LIST'), '可以上传'],
    ['one MP3 frame and noise', Buffer.concat([mp3().subarray(0, 417), Buffer.alloc(600)]), '可以上传'],
    ['a PDF behind other bytes', Buffer.concat([text('GARBAGE\n'), pdf()]), '可以上传'],
  ])('refuses %s with 415 and says how to bring it', async (_name, bytes, word) => {
    const { status, detail } = await refusal(bytes);
    expect([status, detail]).toEqual([415, expect.stringContaining(word)]);
    expect(detail).toContain('可以上传：照片（JPG');
  });

  const two = '还藏着另一个文件';
  it.each([
    ['a photo that is an archive too', Buffer.concat([jpeg(), zip([{ name: 'a.class' }])]), two],
    [
      'the same with a comment',
      Buffer.concat([jpeg(), zip([{ name: 'a' }], { comment: 'x'.repeat(500) })]),
      two,
    ],
    ['a PDF that is an archive too', Buffer.concat([pdf(), zip([{ name: 'a.html' }])]), two],
    ['a film that is an archive too', Buffer.concat([container('isom'), zip([{ name: 'a' }])]), two],
    ['a photo with RAR behind it', Buffer.concat([jpeg(), latin1('Rar!\x1a\x07\x00')]), two],
    [
      'a photo with 7-Zip far behind it',
      Buffer.concat([jpeg(), Buffer.alloc(300_000, 1), latin1("7z\xbc\xaf'\x1c")]),
      two,
    ],
    ['a PDF that is a page too', pdf('<html><script>alert(1)</script>'), two],
    ['a photo that is a page too', jpeg('<script>alert(document.cookie)</script>'), two],
    [
      'a recording that is a drawing too',
      Buffer.concat([latin1('ID3\x03\x00'), text('<svg onload=x>')]),
      two,
    ],
    ['a PDF with a script', pdf('<</S/JavaScript/JS(app.alert(1))>>'), '脚本'],
    ['a PDF that starts a program', pdf('<</S /Launch /F (cmd.exe)>>'), '脚本'],
    ['a PDF with a script far inside', pdf(`${'x'.repeat(150_000)}<</S/JavaScript>>`), '脚本'],
    ['half a PDF', pdf().subarray(0, 40), '不完整'],
    ['Word with macros', docx({ name: 'word/vbaProject.bin' }), '宏'],
    ['Word with macros under another name', docx({ name: 'word/harmless.bin' }), '宏'],
    ['Excel with controls', xlsx({ name: 'xl/activeX/activeX1.xml' }), '宏'],
    ['Excel in binary sheets', xlsx({ name: 'xl/worksheets/sheet1.bin' }), '宏'],
    ['Word with an object', docx({ name: 'word/embeddings/oleObject1.bin' }), '宏'],
    ['Word with a program', docx({ name: 'word/media/setup.EXE' }), '宏'],
    ['Word with a way out of its folder', docx({ name: '../../etc/cron.d/x' }), '宏'],
    ['Word with a password', docx({ name: 'word/styles.xml', encrypted: true }), '密码'],
    [
      'Word that unpacks to a gigabyte',
      docx({ name: 'word/media/a.png', claimedSize: 1_000_000_000 }),
      '展开后过大',
    ],
    [
      'Word with a million parts',
      docx(...Array.from({ length: 5_001 }, (_, i) => ({ name: `word/${i}` }))),
      '展开后过大',
    ],
    ['half a Word file', docx().subarray(0, -10), '不完整'],
    [
      'Word with something before it',
      Buffer.concat([zip([{ name: 'a' }]).subarray(0, 60), docx()]),
      '不完整',
    ],
    ['a picture of 30,000 × 30,000', png(30_000, 30_000), '尺寸过大'],
    ['a photo of 60,000 × 60,000', jpeg('', 60_000, 60_000), '尺寸过大'],
    ['nothing', Buffer.alloc(0), '空的'],
  ])('refuses %s with 422 and says what to do', async (_name, bytes, word) => {
    for (const size of [13, 1_000, 1_000_000])
      expect(await refusal(bytes, size)).toEqual({ status: 422, detail: expect.stringContaining(word) });
  });

  it('refuses one byte too many with 413, as soon as it comes', async () => {
    const exactly = Buffer.concat([jpeg(), Buffer.alloc(10_000 - jpeg().length, 1)]);
    expect((await inspect(exactly, 1_000, 10_000)).size).toBe(10_000);
    const inspector = new ContentInspector(10_000);
    let passed = 0;
    const endless = async function* (): AsyncGenerator<Buffer> {
      yield jpeg();
      for (;;) yield Buffer.alloc(1_000, 1);
    };
    const read = async (): Promise<void> => {
      for await (const part of inspector.through(endless())) passed += part.length;
    };
    await expect(read()).rejects.toMatchObject({ status: 413, detail: expect.stringContaining('压缩') });
    expect(passed).toBeLessThanOrEqual(10_000);
    expect(() => inspector.inspected).toThrow('did not pass');
  });

  it('judges by the first kilobytes: what may not be kept is not read to its end', async () => {
    let passed = 0;
    const page = async function* (): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.from('<html>'.repeat(300));
    };
    const read = async (): Promise<void> => {
      for await (const part of new ContentInspector(MAX).through(page())) passed += part.length;
    };
    await expect(read()).rejects.toMatchObject({ status: 415 });
    expect(passed).toBeLessThan(10_000);
  });
});
