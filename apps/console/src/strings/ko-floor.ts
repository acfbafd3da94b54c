import type { Strings } from './en.ts'

const number = new Intl.NumberFormat('ko-KR')
const count = (n: number, unit: string) => `${number.format(n)}${unit}`

/** The words of the floor, in Korean. */
export const koFloor: Strings['floor'] = {
  title: '현황',
  period: '기간',
  periods: { 1: '24시간', 14: '14일', 30: '30일' },
  doors: '들어온 것',
  door: { screening: '거래 상대방', payments: '결제', maritime: '해상', cyber: '네트워크' },
  toDecide: '건 판정 대기',
  ofAll: (total) => `전체 ${count(total, '건')}`,
  plot: (door, n, period) => `${door}: ${period} 동안 적발 ${count(n, '건')}`,
  bucket: (when, n) => `${when}: ${count(n, '건')}`,
  came: (n, period) => `${period} 동안 ${count(n, '건')}`,
  open: (door) => `열기: ${door}`,
  noneCame: '아직 이 경로로 들어온 것이 없습니다',
  empty: {
    screening: '거래 상대방 파일을 심사하거나 모니터링에 등록하십시오:',
    payments: '결제 전문은 당사자와 자금 흐름으로 판단합니다. 먼저 기관 정보에 BIC와 계좌를 적으십시오.',
    maritime: '선박 위치를 넣거나 지도에서 과거 작전을 살펴보십시오.',
    cyber: '호스트와 네트워크 로그를 규칙과 침해지표에 대조하십시오:',
  },
  commands: {
    screening: 'npx cordon monitor add customers.csv',
    cyber: 'npx cordon network scan LOGS --watch first',
  },
  actions: { payments: '기관 정보 채우기', maritime: '해상 보기' },
  urgent: '심각한 것부터',
  oldest: '오래 기다린 것',
  dueCases: '기한이 가까운 사건',
  allCases: '모든 사건',
  due: (when) => `기한 ${when}`,
  overdue: (age) => `기한 지남 (${age})`,
  caseFindings: (n) => `적발 ${n}건`,
  nobodys: '담당자 없음',
  nothingWaits: '판정을 기다리는 적발이 없습니다',
  nothingWaitsHint: '들어온 것이 알려진 것과 비슷하면 곧바로 여기에 나타납니다.',
  allFindings: '대기열 열기',
  waitingSince: (age) => `${age} 들어옴`,
  lists: '명단과 피드',
  allLists: '모든 명단',
  noLists: '불러온 명단이 없어 심사할 수 없습니다.',
  issued: (age) => `${age} 발행`,
  states: { fresh: '최신', aging: '오래되는 중', old: '오래됨', failing: '받기 실패', held: '보류됨' },
  scheduled: (when) => `다음 확인 ${when}`,
  unscheduled: '이 서버는 스스로 받지 않습니다.',
  running: '진행 중인 작업',
  nothingRuns: '지금 진행 중인 작업이 없습니다.',
  jobs: {
    import: (name) => `${name} 가져오는 중`,
    watch: (name) => `${name} 감시 중`,
    load: (name) => `${name} 불러오는 중`,
  },
  progress: {
    bytes: (done, total) => (total === '' ? `${done} MB` : `${done}/${total} MB`),
    observations: (done) => `관측 ${done}건`,
    entities: (done, total) => `개체 ${done}/${total}`,
  },
  severityOf: (n, severity) => `${severity} ${count(n, '건')}`,
  starter: '여기서 시작하십시오',
}

/** The words of the search over everything, in Korean. */
export const koFind: Strings['find'] = {
  elsewhere: '다른 곳',
  pages: '페이지와 명령',
  rooms: {
    entities: '명단',
    findings: '적발',
    cases: '사건',
    vessels: '수신된 선박',
    threats: '위협과 침해지표',
    watched: '모니터링 대상',
    payments: '결제',
    lists: '명단 자료',
  },
  late: '응답이 늦음',
  failed: '응답하지 못함',
  near: '철자가 비슷함',
  more: '더 있음',
  placeholder: '이름, 선박, 적발, 침해지표, 페이지 등 무엇이든 찾기',
}

/** The words of what is live, in Korean. */
export const koLive: Strings['live'] = {
  live: '실시간',
  liveHint: '일어나는 일이 저절로 나타납니다',
  reconnecting: '다시 연결하는 중',
  reconnectingHint: '연결이 끊겼습니다. 다시 연결되면 놓친 것이 모두 나타납니다',
  newFindings: (n) => `새 적발 ${count(n, '건')}`,
}
