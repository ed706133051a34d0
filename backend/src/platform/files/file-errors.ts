import { DomainError } from '../../kernel';

/** 507: no room, or so little that the database needs it more. Nothing of the file was kept. */
export class StorageFull extends DomainError {
  constructor() {
    super(
      'STORAGE_FULL',
      507,
      '服务器存储空间不足',
      '附件没有保存，其他功能不受影响。请联系系统管理员清理或扩容后再上传；急用的材料请先线下保存原件。',
      'error',
    );
  }
}

/** 500: the sealed original is gone or was altered; a backup has it. */
export class FileDamaged extends DomainError {
  constructor() {
    super(
      'FILE_DAMAGED',
      500,
      '附件原件打不开',
      '附件的密封原件缺失或与登记的不一致。请把编号告诉系统管理员，从备份中恢复。',
      'error',
    );
  }
}
