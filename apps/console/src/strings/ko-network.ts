import type { Strings } from './en.ts'

const number = new Intl.NumberFormat('ko-KR')
const count = (n: number, unit: string) => `${number.format(n)}${unit}`

/** The words of the page on networks, in Korean. */
export const koNetwork: Strings['network'] = {
  title: '네트워크',
  lead: '호스트와 네트워크 로그에서 규칙과 침해지표에 걸린 것. 탐지 하나는 규칙, 호스트, 날짜의 묶음입니다.',
  counts: (findings, hosts, techniques) =>
    `탐지 ${count(findings, '건')}, 호스트 ${count(hosts, '대')}, 기법 ${count(techniques, '개')}`,
  listedOf: (listed, total) => `${number.format(total)}건 중 심각한 ${number.format(listed)}건을 표시합니다.`,
  emptyTitle: '아직 로그에서 나온 것이 없습니다',
  emptyText:
    'Windows 이벤트 로그, syslog, Zeek, Suricata, 플로, 클라우드 로그, 압축 파일을 Sigma 규칙에 대조하십시오.',
  command: 'npx cordon network scan LOGS --rules RULES --watch first',
  emptyPush: '또는 생기는 대로 보내십시오:',
  pushCommand:
    'curl --data-binary @events.ndjson -H "content-type: application/x-ndjson" ORIGIN/api/network/events',
  filters: '좁히기',
  severity: '심각도',
  any: '전체',
  text: '규칙, 호스트, 기법으로 거르기',
  matrix: 'ATT&CK 매트릭스',
  matrixHint: '전술이 열이고 그 아래가 관측된 기법이며 숫자는 탐지 건수입니다.',
  otherTactic: '전술 미지정',
  detectionsOf: () => '탐지',
  group: '그룹 겹쳐 보기',
  noGroup: '그룹 없음',
  groupSeen: (seen, all, group) =>
    `${group}의 알려진 기법 ${number.format(all)}개 중 ${number.format(seen)}개가 관측되었습니다. 기법만으로는 배후를 단정하지 않습니다.`,
  groupUses: (group) => `${group} 사용`,
  rules: '규칙',
  hosts: '호스트',
  detections: '탐지',
  shown: (n) => `탐지 ${count(n, '건')}`,
  records: (n) => `레코드 ${count(n, '건')}`,
  more: (n) => `${number.format(n)}건 더 보기`,
  fewer: '줄이기',
  active: (what, value) => `${what}: ${value}. 제거`,
  kinds: { rule: '규칙', host: '호스트', technique: '기법', severity: '심각도', q: '글' },
  clear: '모두 지우기',
  noneTitle: '맞는 탐지가 없습니다',
  columns: {
    severity: '심각도',
    rule: '규칙',
    host: '호스트',
    records: '레코드',
    first: '처음 관측',
    verdict: '판정',
  },
  verdicts: { true: '실제', false: '오탐', unsure: '보류' },
  undecided: '판정 대기',
  undated: '시각 없음',
  back: '모든 탐지',
  unknown: '그런 탐지가 없습니다',
  decide: '판정하기',
  from: (start, end) => (start === end ? start : `${start}~${end}`),
  about: '이 규칙이 찾는 것',
  techniques: '기법',
  tags: '태그',
  harmless: '무해할 수 있는 경우',
  judged: '판단에 쓴 자료',
  quoted: (shown, all) =>
    shown === all
      ? `레코드 ${count(all, '건')}`
      : `레코드 ${number.format(all)}건 중 처음 ${number.format(shown)}건`,
  correlated: '연관된 레코드',
  matched: '규칙에 걸림',
  unmatched: '다른 필드',
  noQuote: '이 적발은 레코드를 인용하지 않고 위치만 알려 줍니다.',
  references: '규칙의 근거',
  shortcuts: {
    group: '네트워크',
    go: '네트워크로',
    next: '다음 탐지',
    previous: '이전 탐지',
    open: '탐지 열기',
    back: '뒤로, 또는 조건 지우기',
  },
}
