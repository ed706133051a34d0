import { EMPTY_PROPOSAL, NOBODY, readIdNumber, toLookUp, toProposal } from './propose-form';

const filled = {
  ...EMPTY_PROPOSAL,
  child: { ...EMPTY_PROPOSAL.child, name: ' 苗小禾 ', sex: 'female' },
  regionCode: '990101100200',
  categories: ['LEFT_BEHIND'],
  level: 'key',
  why: '父母外出。',
};

describe('readIdNumber', () => {
  it('reads birth date and sex, also from full-width digits', () => {
    expect(readIdNumber('990101201705060025')).toEqual({ birthDate: '2017-05-06', sex: 'female' });
    expect(readIdNumber('９９０１０１２０１７０５０６００１X')).toEqual({
      birthDate: '2017-05-06',
      sex: 'male',
    });
  });

  it('makes nothing of half a number or of a day that does not exist', () => {
    for (const text of ['', '9901012017', '990101201702300025', '99010120170506002Y'])
      expect(readIdNumber(text)).toBeUndefined();
  });
});

describe('proposal', () => {
  it('asks whether the child is on file by what tells children apart, and only with a name', () => {
    expect(toLookUp(filled)).toEqual({ name: '苗小禾', birthDateEstimated: false });
    expect(toLookUp(EMPTY_PROPOSAL)).toBeUndefined();
  });

  it('sends no empty texts and no guardian without a name', () => {
    const body = toProposal({ ...filled, match: NOBODY, guardian: { name: ' ', relation: '62', phone: '' } });
    expect(body).toEqual({
      child: { name: '苗小禾', sex: 'female', birthDateEstimated: false },
      regionCode: '990101100200',
      categories: ['LEFT_BEHIND'],
      level: 'key',
      why: '父母外出。',
      exclusions: [],
    });
  });

  it('names only the person when the child is on file', () => {
    expect(toProposal({ ...filled, match: 'an-id' }).child).toEqual({ personId: 'an-id' });
  });
});
