import { NotVisible } from '../../kernel';
import { errorLabel } from './error-label';

describe('errorLabel', () => {
  it('keeps class and code, never the message', () => {
    expect(errorLabel(new TypeError('王小明 cannot be read'))).toBe('TypeError');
    expect(errorLabel(new NotVisible())).toBe('NotVisible NOT_FOUND');
    expect(errorLabel(Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' }))).toBe(
      'Error ECONNREFUSED',
    );
    expect(errorLabel(Object.assign(new Error('(name)=(王小明) exists'), { code: '23505' }))).toBe(
      'Error 23505',
    );
  });

  it('does not trust a name somebody set', () => {
    expect(errorLabel(Object.assign(new Error('x'), { name: '王小明 13800000000' }))).toBe('Error');
    expect(errorLabel('王小明')).toBe('NotAnError');
  });
});
