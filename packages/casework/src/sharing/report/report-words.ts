import type { Severity, WatchName } from '@cordon/model'
import type { CaseState } from '../../states.ts'
import type { HeldBack } from '../held-back.ts'

/** Languages that a report can be written in. */
export const reportLanguages = ['en', 'ko'] as const
/** One of `reportLanguages`. */
export type ReportLanguage = (typeof reportLanguages)[number]

/** The words of a report in one language. What was found stands as it was recorded. */
export interface ReportWords {
  readonly report: string
  readonly caseNumber: (id: number) => string
  readonly marking: string
  readonly markingMeans: Readonly<Record<string, string>>
  readonly state: string
  readonly states: Readonly<Record<CaseState, string>>
  readonly severity: string
  readonly severities: Readonly<Record<Severity, string>>
  readonly opened: string
  readonly by: string
  readonly period: string
  readonly findings: string
  readonly summary: string
  readonly seen: string
  readonly nothing: string
  readonly door: string
  readonly doors: Readonly<Record<WatchName, string>>
  readonly when: string
  readonly where: string
  readonly about: string
  readonly matches: string
  readonly howSure: string
  readonly strength: (score: string) => string
  readonly probability: (value: string, set: string, prior: string) => string
  readonly noProbability: string
  readonly evidence: string
  readonly columns: readonly [string, string, string, string]
  readonly against: string
  readonly why: string
  readonly decision: string
  readonly verdicts: Readonly<Record<'true' | 'false' | 'unsure', string>>
  readonly undecided: string
  readonly decidedBy: (who: string, at: string) => string
  readonly somebody: string
  readonly payments: string
  readonly paymentColumns: readonly [string, string, string, string, string]
  readonly paymentStates: Readonly<Record<'open' | 'proposed' | 'released' | 'blocked', string>>
  readonly notes: string
  readonly threats: string
  readonly sources: string
  readonly sourceColumns: readonly [string, string, string]
  readonly notKnown: string
  readonly unknowns: {
    readonly undecided: (n: number) => string
    readonly unsure: (n: number) => string
    readonly noProbability: (n: number) => string
    readonly held: (n: number) => string
    readonly lists: string
    readonly noLists: string
  }
  readonly held: string
  readonly heldNone: string
  readonly heldKinds: Readonly<Record<keyof HeldBack, string>>
  readonly disclaimer: string
}

/** English. */
export const reportEn: ReportWords = {
  report: 'Case report',
  caseNumber: (id) => `Case ${id}`,
  marking: 'Marking',
  markingMeans: {
    'TLP:CLEAR': 'may be passed on without limits',
    'TLP:GREEN': 'for the community, not for the public',
    'TLP:AMBER': 'for the organisation that receives it and its clients who need to know',
    'TLP:AMBER+STRICT': 'for the organisation that receives it alone',
    'TLP:RED': 'for the eyes and ears of those who receive it, and for nobody else',
  },
  state: 'State',
  states: {
    new: 'new',
    'in-review': 'in review',
    escalated: 'escalated',
    'closed-true': 'closed as true',
    'closed-false': 'closed as false',
    reported: 'reported',
  },
  severity: 'Severity',
  severities: { low: 'low', medium: 'medium', high: 'high', critical: 'critical' },
  opened: 'Opened',
  by: 'Reported by',
  period: 'What was seen happened',
  findings: 'Findings',
  summary: 'In short',
  seen: 'What was seen, what it matches, and how sure that is',
  nothing: 'Nothing of this case may be passed on at this marking.',
  door: 'Found in',
  doors: { screening: 'screening of parties', payments: 'payments', maritime: 'the sea', cyber: 'networks' },
  when: 'When',
  where: 'Where',
  about: 'About',
  matches: 'Matches',
  howSure: 'How sure',
  strength: (score) => `strength ${score} of 1, by the rule’s own measure`,
  probability: (value, set, prior) =>
    `probability ${value}, calibrated on ${set} (before any evidence ${prior})`,
  noProbability: 'no probability: there is no labelled set to calibrate this rule on',
  evidence: 'Evidence',
  columns: ['What was compared', 'Here', 'There', 'How they met, and who says so'],
  against: 'speaks against',
  why: 'Why it is in this case',
  decision: 'Decision',
  verdicts: { true: 'true', false: 'false', unsure: 'unsure' },
  undecided: 'not decided yet',
  decidedBy: (who, at) => `by ${who}, ${at}`,
  somebody: 'an analyst',
  payments: 'Payments',
  paymentColumns: ['Reference', 'Value date', 'Amount', 'From and to', 'State'],
  paymentStates: {
    open: 'waiting',
    proposed: 'release proposed',
    released: 'released',
    blocked: 'kept stopped',
  },
  notes: 'Notes',
  threats: 'What is known of the threats that were met',
  sources: 'Sources and versions',
  sourceColumns: ['Source', 'Version', 'Fetched'],
  notKnown: 'What is not known',
  unknowns: {
    undecided: (n) =>
      `${n} ${n === 1 ? 'finding was' : 'findings were'} not decided by a person yet: what a rule says, no more.`,
    unsure: (n) => `Of ${n} ${n === 1 ? 'finding' : 'findings'} the person who decided was not sure.`,
    noProbability: (n) =>
      `For ${n} ${n === 1 ? 'finding' : 'findings'} there is no calibrated probability; strength ranks, and is no chance of being right.`,
    held: (n) =>
      `${n} ${n === 1 ? 'thing is' : 'things are'} held back at this marking and not in this report; what is here may look different with it.`,
    lists:
      'Findings were judged against the versions below. What was listed, changed or taken off a list since is not considered.',
    noLists: 'The findings name no list or collection that they were judged against.',
  },
  held: 'Held back',
  heldNone: 'Nothing was held back.',
  heldKinds: {
    findings: 'findings',
    evidence: 'pieces of evidence',
    texts: 'sentences that quote what is held back',
    notes: 'notes',
    decisions: 'reasons of decisions',
    payments: 'payments',
    objects: 'objects of threat intelligence',
    members: 'members of such objects',
    references: 'references',
  },
  disclaimer:
    'Made by Cordon from what was recorded. A finding says that things are alike, not that somebody did wrong; a person decides.',
}

/** Korean. */
export const reportKo: ReportWords = {
  report: '사건 보고서',
  caseNumber: (id) => `사건 ${id}`,
  marking: '공유 등급',
  markingMeans: {
    'TLP:CLEAR': '제한 없이 전달할 수 있음',
    'TLP:GREEN': '공동체 안에서만, 일반 공개 금지',
    'TLP:AMBER': '받은 기관과 알아야 할 고객에게만',
    'TLP:AMBER+STRICT': '받은 기관 안에서만',
    'TLP:RED': '받은 사람만, 다른 누구에게도 전달 금지',
  },
  state: '상태',
  states: {
    new: '새 사건',
    'in-review': '검토 중',
    escalated: '상신됨',
    'closed-true': '사실로 종결',
    'closed-false': '오탐으로 종결',
    reported: '보고됨',
  },
  severity: '심각도',
  severities: { low: '낮음', medium: '중간', high: '높음', critical: '매우 높음' },
  opened: '개시',
  by: '보고 기관',
  period: '발생 기간',
  findings: '적발',
  summary: '요약',
  seen: '무엇이 보였고, 무엇과 일치하며, 얼마나 확실한가',
  nothing: '이 등급으로 전달할 수 있는 내용이 없습니다.',
  door: '적발 영역',
  doors: { screening: '거래 상대방 심사', payments: '결제', maritime: '해상', cyber: '네트워크' },
  when: '시각',
  where: '위치',
  about: '대상',
  matches: '일치',
  howSure: '확실성',
  strength: (score) => `강도 ${score} (최대 1, 규칙 자체의 척도)`,
  probability: (value, set, prior) => `확률 ${value}, ${set}(으)로 보정 (증거 이전 ${prior})`,
  noProbability: '확률 없음: 이 규칙을 보정할 표지된 자료가 없음',
  evidence: '증거',
  columns: ['비교한 것', '이쪽', '저쪽', '어떻게 일치했고 누가 말하는가'],
  against: '반대 증거',
  why: '이 사건에 속하는 이유',
  decision: '판정',
  verdicts: { true: '사실', false: '오탐', unsure: '불확실' },
  undecided: '아직 판정되지 않음',
  decidedBy: (who, at) => `${who}, ${at}`,
  somebody: '분석가',
  payments: '결제',
  paymentColumns: ['참조번호', '결제일', '금액', '보낸 쪽과 받는 쪽', '상태'],
  paymentStates: { open: '대기', proposed: '해제 제안됨', released: '해제됨', blocked: '중지 유지' },
  notes: '메모',
  threats: '일치한 위협에 대해 알려진 것',
  sources: '출처와 버전',
  sourceColumns: ['출처', '버전', '수신 시각'],
  notKnown: '알려지지 않은 것',
  unknowns: {
    undecided: (n) => `적발 ${n}건은 아직 사람이 판정하지 않았습니다. 규칙이 말하는 것일 뿐입니다.`,
    unsure: (n) => `적발 ${n}건은 판정한 사람이 확신하지 못했습니다.`,
    noProbability: (n) => `적발 ${n}건은 보정된 확률이 없습니다. 강도는 순위일 뿐 맞을 가능성이 아닙니다.`,
    held: (n) =>
      `이 등급에서는 ${n}건이 보류되어 이 보고서에 없습니다. 그것까지 보면 판단이 달라질 수 있습니다.`,
    lists: '적발은 아래 버전에 비추어 판단했습니다. 그 뒤에 등재, 변경, 해제된 것은 고려하지 않았습니다.',
    noLists: '적발에는 판단에 쓰인 목록이 적혀 있지 않습니다.',
  },
  held: '보류된 것',
  heldNone: '보류된 것이 없습니다.',
  heldKinds: {
    findings: '적발',
    evidence: '증거 항목',
    texts: '보류된 내용을 인용하는 문장',
    notes: '메모',
    decisions: '판정 이유',
    payments: '결제',
    objects: '위협 정보 개체',
    members: '개체의 항목',
    references: '참조',
  },
  disclaimer:
    'Cordon이 기록을 바탕으로 만들었습니다. 적발은 서로 닮았다는 뜻이며 누가 잘못했다는 뜻이 아닙니다. 판정은 사람이 합니다.',
}

/** The words by language. */
export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = { en: reportEn, ko: reportKo }
