import type { Strings } from './en.ts'

const number = new Intl.NumberFormat('ko-KR')
const count = (n: number, unit: string) => `${number.format(n)}${unit}`

/** The words of how things are linked, in Korean. */
export const koGraph: Strings['graph'] = {
  title: '관계',
  lead: '사람, 회사, 선박, 지갑, 그룹, 호스트, 적발이 어떻게 이어지는지, 그리고 누가 그렇게 말하는지.',
  from: '대상',
  to: '다른 대상(둘 사이의 경로를 보려면)',
  fromHint: 'ofac-27307, 8628597, G0032, host:srv-1',
  show: '보기',
  emptyTitle: '대상을 하나 적으십시오',
  emptyText:
    '식별자, IMO 번호나 MMSI, 지갑 주소, ATT&CK 코드, 또는 하나뿐인 이름. 개체, 선박, 적발, 사건 페이지에서도 여기로 올 수 있습니다.',
  examples: '예시',
  unknownTitle: '이 대상과 이어진 것이 없습니다',
  unknownText: '관계가 있는 것만 여기 있습니다. 먼저 검색하거나 자료를 더 가져오십시오.',
  drawing: (thing) => `${thing}와(과) 이어진 것`,
  drawingOf: (n) => `대상 ${count(n, '개')}와 그 관계`,
  several: (first, n) => `${first} 외 ${n - 1}`,
  thing: (kind, name, designated, links) =>
    `${kind} ${name}, ${designated ? '제재 지정, ' : ''}관계 ${count(links, '개')}`,
  kinds: {
    entity: '개체',
    stix: '위협 객체',
    vessel: '선박',
    payment: '결제',
    host: '호스트',
    account: '계좌',
    wallet: '지갑',
    party: '거래 상대방',
    finding: '적발',
    indicator: '침해지표',
    rule: '규칙',
    place: '장소',
    alias: '이름',
  },
  designated: '제재 지정',
  asked: '질의 대상',
  says: (source, since, until, confidence) =>
    [
      `출처 ${source}`,
      since && until ? `${since}~${until}` : since ? `${since}부터` : until ? `${until}까지` : '',
      confidence === undefined ? '' : `신뢰도 ${confidence.toFixed(2)}`,
    ]
      .filter(Boolean)
      .join(', '),
  linksOf: (name, n) => `${name}의 관계 ${count(n, '개')}`,
  all: '그려진 모든 관계',
  clear: '모두 보기',
  expand: '이어진 것 더하기',
  openPage: '페이지 열기',
  centre: '여기서 시작',
  leftOut: (n) => `옆에 있는 ${count(n, '개')}는 그리지 않았습니다.`,
  missing: (names) => `${names}와(과) 이어진 것이 없습니다.`,
  asOf: (when) => `${when} 기준`,
  ways: '둘 사이의 경로',
  noWay: '여섯 관계 안에서 이어지는 경로가 없습니다.',
  wayCount: (hops, n) => `관계 ${count(hops, '개')}를 거침. 같은 길이의 경로 ${count(n, '개')}`,
  way: (n, carry) => `경로 ${n}, 전달 ${carry.toFixed(2)}`,
  shared: (name, links) =>
    `${name}에는 관계가 ${count(links, '개')} 있습니다. 많은 것이 함께 쓰므로 이 경로는 의미가 작을 수 있습니다.`,
  cut: (n) => `대상 ${count(n, '개')}는 처음 천 개의 관계만 따라갔습니다.`,
  exposure: '이어지는 제재 지정 대상',
  exposureHint:
    '관계 셋 이내. 숫자는 경로의 순위를 매깁니다. 동일 대상은 전부, 소유는 10분의 9, 해상 조우는 10분의 4를 전달합니다. 확률도 소유 여부 판정도 아닙니다.',
  noExposure: (reached) => `관계 셋 이내에 없습니다. 대상 ${count(reached, '개')}를 살펴보았습니다.`,
  legend: '기호',
  goTo: '관계로',
  open: '어떻게 이어지는지 보기',
}
