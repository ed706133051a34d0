import type { FieldErrors } from '../../casefile';

export interface TransferForm {
  readonly toDistrict?: string;
  readonly place?: string;
  readonly reason?: string;
  readonly done?: string;
  readonly open?: string;
}

/** What a hand-over must say, by field; `districts` are those of this system a case can go to. */
export function transferErrors(form: TransferForm, districts: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  const said = (text: string | undefined): boolean => (text ?? '').trim() !== '';
  if (form.toDistrict !== undefined && !districts.includes(form.toDistrict))
    errors.toDistrict = ['请从列表中选择接收地'];
  if (form.toDistrict === undefined && !said(form.place))
    errors.place = ['请选择接收的区县；不在列表中的，请写明省、市、区县'];
  if (form.toDistrict !== undefined && said(form.place))
    errors.place = ['已经选择了接收的区县，不要再写其他地方'];
  if (!said(form.reason)) errors.reason = ['请写明为什么转出'];
  if (!said(form.done)) errors.done = ['请写明已经做了什么'];
  if (!said(form.open)) errors.open = ['请写明还有什么没有办完、接收地要先做什么'];
  return errors;
}
