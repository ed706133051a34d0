import { DomainError } from '../../../kernel';

/** What may be uploaded, in the words of every refusal. */
export const ALLOWED_TEXT =
  '可以上传：照片（JPG、PNG、HEIC、WebP）、PDF、Word（.docx）、Excel（.xlsx）、录音（MP3、M4A、WAV、AMR）和视频（MP4）。';

/** 415: no such file may be kept; `how` says what it is and how to bring it. */
export class FileTypeRefused extends DomainError {
  constructor(how: string) {
    super('FILE_TYPE_REFUSED', 415, '不能上传这种文件', how === '' ? ALLOWED_TEXT : `${how}${ALLOWED_TEXT}`);
  }
}

/** 413: more bytes than a file may have. */
export class FileTooLarge extends DomainError {
  constructor(maxBytes: number) {
    const limit = `${Math.floor(maxBytes / 1_048_576)} MB`;
    super(
      'FILE_TOO_LARGE',
      413,
      '文件太大',
      `单个附件不能超过 ${limit}。照片请用手机自带的「压缩」或改发「标准」画质，扫描件请降低分辨率，录音录像请截取有关的一段后再上传。`,
    );
  }
}

/** 422: of a type that may be kept, but not like this. */
export class FileRefused extends DomainError {
  constructor(reason: string) {
    super('FILE_REFUSED', 422, '这个文件不能上传', reason, 'info', { errors: { file: [reason] } });
  }
}
