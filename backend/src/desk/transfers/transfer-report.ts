import type { TransferPersonResponse } from '../../casefile';
import type { CreateReportRequest } from '../intake';
import type { AcceptTransferRequest } from './dto/transfer.request';
import type { SealedSheet } from './transfer-sheet';

/** The hand-over as a report of the receiving district (channel 部门移送): what the sender wrote, in its own words. */
export function reportOfTransfer(
  transfer: { readonly transfer_no: string; readonly situations: readonly string[] },
  sheet: SealedSheet,
  fromName: string,
  dto: AcceptTransferRequest,
): CreateReportRequest {
  const [guardian] = sheet.guardians;
  return {
    channel: 'TRANSFER',
    unitType: 'STATE_ORGAN',
    situations: [...transfer.situations],
    ...(dto.regionCode === undefined ? {} : { regionCode: dto.regionCode }),
    childSafeNow: 'unknown',
    medicalSent: 'unknown',
    children: [
      {
        ...(sheet.child.name === null ? {} : { name: sheet.child.name }),
        sex: sexOf(sheet.child),
        ...(sheet.child.birthDate === null ? {} : { birthDate: sheet.child.birthDate }),
        ...(sheet.school === null ? {} : { school: sheet.school }),
        ...(sheet.address === null ? {} : { address: sheet.address }),
        ...(guardian?.name ? { guardianName: guardian.name } : {}),
        ...(guardian?.relation ? { guardianRelation: guardian.relation } : {}),
        ...(guardian?.phone ? { guardianPhone: guardian.phone } : {}),
      },
    ],
    suspects: sheet.suspects.map((name) => ({ name, perpetratorType: 'UNKNOWN' })),
    facts: [
      `${fromName}转来个案 ${sheet.caseNo}（转出单 ${transfer.transfer_no}）。`,
      `转出原因：${sheet.reason}`,
      `最近一次评估的风险：${sheet.riskLevelName ?? '未评估'}`,
      `已经做了：${sheet.done}`,
      `还没有办完：${sheet.open}`,
      ...(dto.note ? [`接收说明：${dto.note}`] : []),
    ].join('\n'),
    exclusionHints: [],
    ...(sheet.mustNotKnow === null ? {} : { exclusionNote: sheet.mustNotKnow }),
    ...(sheet.policeToldAt === null ? {} : { policeToldAt: sheet.policeToldAt }),
    ...(sheet.policeReceiptNo === null ? {} : { policeReceiptNo: sheet.policeReceiptNo }),
    wantsSecrecy: false,
  };
}

function sexOf({ sex }: TransferPersonResponse): 'male' | 'female' | 'unknown' {
  return sex === 'male' || sex === 'female' ? sex : 'unknown';
}
