import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces, ApiQuery } from '@nestjs/swagger';
import { DomainError, InvalidInput, type RequestContext } from '../../kernel';
import {
  bodyOf,
  discardRest,
  header,
  type HttpReply,
  type HttpRequest,
  IdParam,
  type StreamingRequest,
} from '../../platform/http';
import { Can, Ctx, TakesFile } from '../access';
import { AttachmentOpening } from './attachment-opening';
import { AttachmentUploads, type NewFile } from './attachment-uploads';
import { AttachmentWithdrawal } from './attachment-withdrawal';
import { PURPOSE_CODES, SUBJECT_KINDS } from './attachment.rules';
import { contentDisposition } from './content/file-name.rules';
import { LinkAttachmentRequest, WithdrawAttachmentRequest } from './dto/attachment.request';
import { AttachmentLinkResponse, AttachmentResponse } from './dto/attachment.response';
import { UploadSlots } from './upload-slots';

/** A slow sender holds no connection (security.md F02); Node itself ends any request after 300 s. */
const LIMITS = { idleMs: 20_000, totalMs: 270_000 };
/** How much of a refused file is still read, so that its sender sees why. */
const REFUSED = { bytes: 32 * 1024 * 1024, ms: 2_000 };

/** Nothing of a file runs: not in a page of its own either. Chrome shows no PDF in a sandbox; it has one of its own. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PDF_POLICY = `${POLICY}; object-src 'self'; style-src 'unsafe-inline'`;
const SANDBOX_POLICY = `${POLICY}; style-src 'unsafe-inline'; img-src 'self'; sandbox`;

@Controller('attachments')
export class AttachmentController {
  constructor(
    private readonly uploads: AttachmentUploads,
    private readonly slots: UploadSlots,
    private readonly opening: AttachmentOpening,
    private readonly withdrawal: AttachmentWithdrawal,
  ) {}

  /** The file is the body itself. Its name travels in a header: addresses end up in the logs of proxies. */
  @Post()
  @Can('attachment.add')
  @TakesFile()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiQuery({ name: 'subjectKind', enum: SUBJECT_KINDS })
  @ApiQuery({ name: 'subjectId', format: 'uuid' })
  @ApiQuery({ name: 'purpose', enum: PURPOSE_CODES })
  @ApiHeader({ name: 'X-File-Name', description: 'UTF-8, percent-encoded' })
  async add(
    @Ctx() ctx: RequestContext,
    @Req() request: StreamingRequest,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<AttachmentResponse> {
    try {
      requireBinary(request);
      const file = readRequest(request, query);
      return await this.slots.run(ctx.actor.userId, () =>
        this.uploads.add(ctx, file, bodyOf(request, LIMITS)),
      );
    } catch (error) {
      await discardRest(request, REFUSED);
      if (!request.readableEnded) reply.header('Connection', 'close');
      throw error;
    }
  }

  @Post(':id/link')
  @HttpCode(200)
  @Can('attachment.read')
  link(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: LinkAttachmentRequest,
  ): Promise<AttachmentLinkResponse> {
    return this.opening.link(ctx, id, dto);
  }

  @Get(':id/content')
  @Can('attachment.read')
  @ApiProduces('application/octet-stream')
  async content(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<StreamableFile> {
    const { mode, name, contentType, size, content } = await this.opening.open(ctx, id, query);
    const isPdf = contentType === 'application/pdf' && mode === 'view';
    reply.header('Content-Security-Policy', isPdf ? PDF_POLICY : SANDBOX_POLICY);
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Cache-Control', 'no-store');
    const file = new StreamableFile(content, {
      type: contentType,
      length: size,
      disposition: contentDisposition(mode === 'view' ? 'inline' : 'attachment', name),
    });
    // The reader hung up, or the rest does not open: then the connection breaks instead of ending as if all were there.
    return file.setErrorHandler(() => reply.destroy?.()).setErrorLogger(() => undefined);
  }

  @Post(':id/actions/withdraw')
  @HttpCode(200)
  @Can('attachment.withdraw')
  withdraw(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: WithdrawAttachmentRequest,
  ): Promise<AttachmentResponse> {
    return this.withdrawal.withdraw(ctx, id, dto.reason);
  }
}

function requireBinary(request: HttpRequest): void {
  if (header(request, 'content-type')?.startsWith('application/octet-stream') === true) return;
  throw new DomainError(
    'FILE_EXPECTED',
    415,
    '请求格式不对',
    '请以 application/octet-stream 直接提交文件内容。',
  );
}

function readRequest(request: HttpRequest, query: Readonly<Record<string, unknown>>): NewFile {
  const kind = SUBJECT_KINDS.find((known) => known === query.subjectKind);
  const purpose = PURPOSE_CODES.find((known) => known === query.purpose);
  const { subjectId } = query;
  const name = decodedName(header(request, 'x-file-name'));
  const isId =
    typeof subjectId === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subjectId);
  if (kind === undefined || purpose === undefined || !isId || name === undefined)
    throw new InvalidInput({
      ...(kind === undefined ? { subjectKind: ['请从附件所在的页面上传'] } : {}),
      ...(isId ? {} : { subjectId: ['请从附件所在的页面上传'] }),
      ...(purpose === undefined ? { purpose: ['请选择附件的用途'] } : {}),
      ...(name === undefined ? { name: ['文件名无法识别，请改个名字再上传'] } : {}),
    });
  const length = Number(header(request, 'content-length'));
  return {
    kind,
    subjectId: subjectId.toLowerCase(),
    purpose,
    name,
    length: Number.isSafeInteger(length) ? length : undefined,
  };
}

const MAX_NAME = 2_000;

function decodedName(encoded: string | undefined): string | undefined {
  if (encoded === undefined || encoded.length > MAX_NAME) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
