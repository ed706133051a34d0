import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { NotVisible } from '../../kernel';

@Injectable()
class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw new NotVisible();
    return value.toLowerCase();
  }
}

/** An id in the path; a malformed one answers exactly like an unknown one. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, UuidPipe);
