import { koAttribution } from './ko-attribution.ts'
import { koCases } from './ko-cases.ts'
import { koDrills } from './ko-drills.ts'
import { koFind, koFloor, koLive } from './ko-floor.ts'
import { koGraph } from './ko-graph.ts'
import { koKnowledge } from './ko-knowledge.ts'
import { koLabels } from './ko-labels.ts'
import { koNetwork } from './ko-network.ts'
import { koOperations } from './ko-operations.ts'
import { koPages } from './ko-pages.ts'
import { koPayments } from './ko-payments.ts'
import { koPeople } from './ko-people.ts'
import { koPressure } from './ko-pressure.ts'
import { koProfile } from './ko-profile.ts'
import { koSea } from './ko-sea.ts'
import { koSettings, koTour } from './ko-settings.ts'
import { koSharing } from './ko-sharing.ts'
import { koWarnings } from './ko-warnings.ts'
import type { Translation } from './translation.ts'

const number = new Intl.NumberFormat('ko-KR')
const count = (n: number, unit: string) => `${number.format(n)}${unit}`

/** Every word that the console says, in Korean. */
export const ko: Translation = {
  ...koPages,
  locale: 'ko-KR',
  product: 'Cordon',
  number: (n) => number.format(n),
  score: (n) => n.toFixed(2),
  skip: '본문으로 건너뛰기',
  nav: {
    label: '페이지',
    search: '검색',
    floor: '현황',
    profile: '기관 정보',
    settings: '설정',
    more: '더 보기',
    cases: '사건',
    findings: '적발',
    network: '네트워크',
    lists: '명단',
    audit: '감사',
    sea: '해상',
    watched: '모니터링',
    graph: '관계',
    attribution: koAttribution.nav,
    payments: koPayments.nav,
    operations: koOperations.nav,
    drills: koDrills.nav,
    warnings: koWarnings.nav,
    pressure: koPressure.nav,
    open: (n) => `판정 대기 적발 ${count(n, '건')}`,
  },
  theme: {
    label: (now) => `테마: ${now}. 바꾸기`,
    system: '시스템 설정',
    light: '밝게',
    dark: '어둡게',
  },
  dates: {
    circa: (date) => `${date}경`,
    circaBetween: (from, to) => `${from}~${to}경`,
    between: (from, to) => `${from}에서 ${to} 사이`,
    span: (from, to) => `${from}~${to}`,
    since: (date) => `${date}부터`,
    until: (date) => `${date}까지`,
    justNow: '방금',
  },
  fault: {
    title: '처리하지 못했습니다',
    retry: '다시 시도',
    notFound: '없는 페이지입니다',
    notFoundHint: '주소가 잘못되었거나 페이지가 옮겨졌을 수 있습니다.',
    home: '처음으로',
    noAnswer: '서버가 응답하지 않습니다.',
    crashed: '이 페이지에 문제가 생겼습니다',
    crashedHint: '나머지 기능은 그대로 쓸 수 있으며 저장한 내용은 사라지지 않았습니다.',
  },
  loading: '불러오는 중',
  close: '닫기',
  copy: (what) => `${what} 복사`,
  copied: '복사했습니다',
  unseen: (codePoint) => `보이지 않는 문자 ${codePoint}`,
  datasets: (n) => `명단 ${count(n, '개')}`,
  status: {
    none: '불러온 명단이 없습니다',
    starter: '시작용 자료만 있음',
    loading: (done, total) => `불러오는 중 ${number.format(done)}/${number.format(total)}`,
    summary: (lists, entities) => `명단 ${count(lists, '개')}, 개체 ${count(entities, '건')}`,
    newest: (title, age) => `최신: ${title}, ${age} 발행`,
    oldest: (title, age) => `가장 오래된 명단: ${title}, ${age} 발행`,
    offline: '서버가 응답하지 않습니다',
    version: (version) => `Cordon ${version}`,
  },
  shortcuts: {
    title: '단축키',
    open: '단축키',
    everywhere: '어디서나',
    inSearch: '검색',
    inFindings: '적발',
    singleKeys: '한 글자 단축키',
    singleKeysHint: '화면 낭독기나 음성 제어가 같은 키를 쓰면 끄십시오. Ctrl K는 언제나 쓸 수 있습니다.',
    palette: '명령 찾기',
    focusSearch: '검색창으로',
    goSearch: '검색으로',
    goFloor: '현황으로',
    goProfile: '기관 정보로',
    goSettings: '설정으로',
    goKnowledge: '위협 정보로',
    startTour: '둘러보기 시작',
    goFindings: '적발로',
    goLists: '명단으로',
    goAudit: '감사로',
    goSea: '해상으로',
    inSea: '해상',
    seaMove: '목록에서 다음, 이전',
    seaPlay: '재생, 멈춤',
    seaStep: '10분 뒤로, 앞으로 (Shift와 함께 1시간)',
    seaSpeed: '느리게, 빠르게',
    seaSighting: '목격 입력',
    seaMap: '지도: 이동, 확대, 축소',
    goWatched: '모니터링 대상으로',
    help: '이 단축키 목록',
    theme: '테마 바꾸기',
    move: '결과에서 이동',
    openHit: '결과 열기',
    openHitTab: '새 탭에서 열기',
    clear: '지우기',
    next: '다음 적발',
    previous: '이전 적발',
    decideTrue: '실제 일치',
    decideFalse: '오탐',
    decideUnsure: '판단 보류',
    save: '판정 저장',
    undo: '마지막 판정 취소',
    openMatch: '일치한 개체 열기',
    focusFilter: '글로 거르기',
  },
  palette: {
    label: '명령 찾기',
    placeholder: '개체나 명령 찾기',
    commands: '명령',
    entities: '개체',
    nothing: '맞는 것이 없습니다.',
    resultCount: (n) => `결과 ${count(n, '건')}`,
  },
  cases: koCases,
  payments: koPayments,
  people: koPeople,
  network: koNetwork,
  sharing: koSharing,
  graph: koGraph,
  operations: koOperations,
  attribution: koAttribution,
  knowledge: koKnowledge,
  sea: koSea,
  floor: koFloor,
  find: koFind,
  live: koLive,
  profile: koProfile,
  drills: koDrills,
  warnings: koWarnings,
  pressure: koPressure,
  settings: koSettings,
  tour: koTour,
  labels: koLabels,
}
