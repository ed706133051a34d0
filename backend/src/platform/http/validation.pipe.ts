import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidInput } from '../../kernel';

const MAX_DEPTH = 20;

/** Chinese texts for constraints whose decorator states none; keyed by class-validator's constraint name. */
const TEXTS: Readonly<Record<string, string>> = {
  isDefined: '请填写',
  isNotEmpty: '请填写',
  isString: '请填写文字',
  isBoolean: '请选择「是」或「否」',
  isInt: '请填写整数',
  isNumber: '请填写数字',
  min: '数值太小',
  max: '数值太大',
  maxLength: '文字太长，请精简',
  minLength: '文字太短，请补充',
  isLength: '长度不合适',
  isIn: '请从列表中选择一项',
  isArray: '应为列表',
  arrayMaxSize: '条目太多',
  arrayMinSize: '请至少填写一条',
  arrayUnique: '有重复的条目',
  isUuid: '请从列表中选择一项',
  isISO8601: '请填写日期和时间',
  isDateString: '请填写日期',
  isDate: '请填写日期',
  matches: '格式不对，请检查',
  isObject: '格式不对，请检查',
  nestedValidation: '格式不对，请检查',
  whitelistValidation: '不认识的字段，请去掉',
  unknownValue: '格式不对，请检查',
};

const KEEPS_NULLS = 'tonghu:keeps-nulls';

/** For a body in which null says something of its own: "clear this field", or a form kept as it was typed. */
export function KeepsNulls(): ClassDecorator {
  return (target) => Reflect.defineMetadata(KEEPS_NULLS, true, target);
}

/**
 * Validates DTOs strictly: unknown fields are refused, nothing is converted behind the caller's back. A null is an absent
 * field, so that no rule takes "no time given" for a time.
 */
@Injectable()
export class DtoValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false },
      stopAtFirstError: true,
      exceptionFactory: (errors) => new InvalidInput(flatten(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') {
      refuseUnsavable(value, '', 0);
      if (
        metadata.metatype !== undefined &&
        (typeof value !== 'object' || value === null || Array.isArray(value))
      ) {
        throw new InvalidInput({ root: ['请提交一个 JSON 对象'] });
      }
    }
    const plain = metadata.type === 'body' && !keepsNulls(metadata) ? withoutNulls(value) : value;
    return super.transform(plain, metadata) as Promise<unknown>;
  }
}

function keepsNulls({ metatype }: ArgumentMetadata): boolean {
  return metatype !== undefined && Reflect.hasMetadata(KEEPS_NULLS, metatype);
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const stated = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(stated.map(([name, item]) => [name, withoutNulls(item)]));
}

/**
 * NUL characters and lone surrogates cannot be stored; very deep objects cannot be meant; names that every object has
 * (constructor, __proto__) slip through the validator's list of known fields.
 */
function refuseUnsavable(value: unknown, path: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new InvalidInput({ [path || 'root']: ['内容层级太深'] });
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) {
    throw new InvalidInput({ [path || 'root']: ['含有不能保存的字符，请删除后重新输入'] });
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const inside = path ? `${path}.${key}` : key;
      refuseUnsavable(key, path, depth + 1);
      if (!Array.isArray(value) && key in Object.prototype)
        throw new InvalidInput({ [inside]: ['不认识的字段，请去掉'] });
      refuseUnsavable(item, inside, depth + 1);
    }
  }
}

function flatten(errors: readonly ValidationError[], prefix = ''): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const error of errors) {
    const path = prefix ? `${prefix}.${error.property}` : error.property;
    const texts = Object.entries(error.constraints ?? {}).map(([name, text]) =>
      /\p{Script=Han}/u.test(text) ? text : (TEXTS[name] ?? '格式不对，请检查'),
    );
    if (texts.length > 0) result[path] = texts;
    Object.assign(result, flatten(error.children ?? [], path));
  }
  return result;
}
