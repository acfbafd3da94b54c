import type { Translation } from './translation.ts'

const number = new Intl.NumberFormat('ko-KR')
const count = (n: number, unit: string) => `${number.format(n)}${unit}`

/** The words of the page on the pressure curve, in Korean. */
export const koPressure: Translation['pressure'] = {
  nav: '압박',
  go: '압박 곡선으로',
  title: '압박 곡선',
  lead: '가설: 제재는 국가를 압박하고, 압박받는 국가는 사이버 절도로 돌아선다. 이 가설을 검증하고, 자료로 말할 수 없는 것도 함께 밝힙니다.',
  lists: (lists) => `지정 집계에 쓴 명단: ${lists}.`,
  noLists: '불러온 명단에 이 프로그램의 지정이 없습니다.',
  starter: '시작용 자료만 있어 집계되는 지정이 적습니다. 공식 명단을 가져오십시오.',
  span: '표시 기간',
  spans: { observed: '사건을 조사한 기간', all: '전체' },
  plot: '한 시간축의 두 곡선',
  plotLabel: (designations, incidents) =>
    `위: 월별 지정 ${count(designations, '건')}, 아래: 사건 ${count(incidents, '건')}과 금액. 같은 내용이 표에 있습니다`,
  designations: '월별 지정 대상',
  sums: '사건별 탈취액, 미국 달러',
  unlooked: '조사하지 않은 기간',
  legend: {
    resolution: '결의',
    event: '외교 등 사건',
    verified: '확인된 사건',
    unverified: '불확실한 사건',
    attempted: '미수 또는 금액 미상',
  },
  monthOf: (month, n) => `${month}: 지정 ${count(n, '건')}`,
  resolution: (id, date, title) => `결의 ${id}, ${date}: ${title}`,
  eventOf: (date, title) => `${date}: ${title}`,
  incidentOf: (victim, date, sum) => `${victim}, ${date}: ${sum}`,
  range: (low, high) => (low === high ? low : `${low}~${high}`),
  noSum: '금액 미상',
  attempted: '미수, 탈취 없음',
  says: '자료가 말하는 것',
  verdicts: {
    more: '결의 이후 사건이 이전보다 측정 가능하게 많았습니다.',
    fewer: '결의 이후 사건이 이전보다 측정 가능하게 적었습니다.',
    unclear: '결의 전후의 사건 수에 측정 가능한 차이가 없었습니다. 그렇다고 효과가 없다는 증거는 아닙니다.',
    nothing: '이 자료는 가설에 대해 아무것도 말하지 못합니다. 전후를 비교할 수 있는 결의가 없습니다.',
  },
  causes: '하나가 다른 하나에 뒤따른다고 해서 그것이 원인이라는 뜻은 아닙니다.',
  ratio: '결의 이전과 비교한 이후의 사건',
  ratioHint: '발생률의 비와 95 % 신뢰구간. 1은 차이 없음을 뜻합니다.',
  sets: { verified: '확인된 행', all: '모든 행', amounts: '금액 (확인된 행)' },
  ratioOf: (value, low, high) => `${value} (${low}~${high})`,
  unbounded: '∞',
  chance: (p) => `p ${p}`,
  smallest: '<0.001',
  permutation: (shifts, shifted, scattered) =>
    `p: 결의들을 간격을 유지한 채 다른 시기로 옮겼을 때 이만큼의 차이가 나타나는 비율 (${count(shifts, '가지')}, ${shifted}). 무작위로 흩었을 때: ${scattered}.`,
  power: (incidents, rise, fall) =>
    `사건 ${count(incidents, '건')}과 이 기간으로는 ${rise ? `평소의 ${rise}배` : '평소의 20배'}보다 작은 증가는 안정적으로 볼 수 없고, ${fall ? `평소의 ${fall}까지 가지 않는 감소` : '완전히 사라지는 감소조차'}도 그렇습니다.`,
  lagOf: (rho, months, p) =>
    `지정과 이후 사건의 관계는 ${count(months, '개월')} 시차에서 가장 큽니다 (상관 ${rho}). 어느 시차에서든 우연히 이만큼 될 확률: p ${p}.`,
  hawkesNone: (incidents, needed) =>
    `호크스 모형은 적합하지 않았습니다. 날짜가 확인된 사건 ${count(needed, '건')}이 필요한데 ${count(incidents, '건')}뿐입니다.`,
  hawkes: (gain, low, high) =>
    `제외한 기간에 대한 호크스 모형: 압박 항이 있으면 로그우도가 ${gain}내트 높습니다 (${low}~${high}).`,
  missing: (undated) =>
    `연도만 알려진 사건 ${count(undated, '건')}은 집계하지 않았습니다. 공개적으로 귀속되지 않은 사건은 빠져 있습니다.`,
  study: '결의별 전후',
  studyHint: (before, after) =>
    `결의 이전 ${count(before, '개월')}과 그달부터 ${count(after, '개월')} 동안의 확인된 사건입니다. 가까운 결의의 기간은 겹치며, 합칠 때는 각 달을 한 번만 셉니다.`,
  outside: (n) => `결의 ${count(n, '건')}은 사건을 조사한 기간 밖에 있습니다.`,
  before: '이전',
  after: '이후',
  beforeAfter: (id, before, after) => `결의 ${id}: 이전 ${count(before, '건')}, 이후 ${count(after, '건')}`,
  incidents: '사건',
  incidentsHint: '각 행에 출처가 있습니다. 불확실한 행은 날짜, 금액 또는 귀속이 확실하지 않은 것입니다.',
  show: { verified: '확인됨', all: '전체' },
  columns: {
    date: '날짜',
    victim: '피해자',
    kind: '종류',
    sum: '미국 달러',
    by: '귀속 주체',
    source: '출처',
    what: '내용',
  },
  kinds: { bank: '은행', crypto: '가상자산', atm: '현금인출기', extortion: '갈취' },
  bases: {
    indictment: '기소',
    forfeiture: '몰수 소송',
    statement: '성명',
    'un-panel': '유엔 전문가 패널',
    vendor: '업체 또는 피해자',
  },
  unsure: '불확실',
  events: '결의와 사건',
  eventKinds: {
    resolution: '결의',
    summit: '정상회담',
    talks: '회담',
    test: '시험',
    measure: '조치',
    agreement: '협정',
    other: '기타',
  },
}
