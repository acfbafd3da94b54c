import type { Strings } from './en.ts'

/** The words of the settings, in Korean. */
export const koSettings: Strings['settings'] = {
  title: '설정',
  mine: '내 설정',
  mineHint: '이 브라우저에만 보관합니다.',
  everyone: '모두에게 적용',
  everyoneHint: '저장소에 보관하며 바꿀 때마다 감사 로그에 남습니다.',
  about: '이 서버',
  language: '언어',
  theme: '테마',
  themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
  density: '간격',
  densities: { comfortable: '넉넉하게', compact: '촘촘하게' },
  zone: '날짜와 시각 기준',
  zones: { utc: 'UTC', local: '이 컴퓨터의 시간대' },
  zoneHint: '해상 페이지는 선박과 같이 언제나 UTC로 표시합니다.',
  singleKeys: '한 글자 단축키',
  shortcuts: '모든 단축키 보기',
  matchThreshold: '일치로 볼 점수',
  matchThresholdHint:
    '임계값을 지정하지 않은 HTTP 요청에 적용합니다. 낮출수록 더 많이 찾고 오탐도 늘어납니다.',
  matchCutoff: '제외할 점수',
  matchCutoffHint: '이보다 낮은 것은 아예 보이지 않습니다.',
  range: '0에서 1 사이의 수.',
  save: '저장',
  saved: '저장했으며 감사 로그에 남겼습니다.',
  audit: '감사 로그 열기',
  privacy: '명단에서 제외하는 항목',
  privacyNone:
    '없음. 모든 항목을 보관합니다. lists.yaml의 “drop:”에 적으면 가져올 때 제외하고 그 수를 셉니다.',
  privacyHint: 'lists.yaml의 방침에 따릅니다. 여기 적힌 것은 저장하지 않습니다.',
  version: 'Cordon',
  node: 'Node',
  store: 'PostgreSQL',
  data: '데이터 폴더',
  lists: '명단 방침 파일',
  tables: '테이블 단계',
  fetching: '자동으로 받기',
  every: (hours) => `${hours}시간마다`,
  notFetching: '하지 않음',
  openApi: 'HTTP 인터페이스 설명서',
}

/** The words of the guided tour, in Korean. */
export const koTour: Strings['tour'] = {
  start: '둘러보기',
  offerTitle: '처음이신가요?',
  offerText: '시작용 자료로 일곱 단계, 2분이면 됩니다. 아무것도 바뀌지 않습니다.',
  offerLater: '나중에',
  label: '둘러보기',
  step: (at, of) => `${of}단계 중 ${at}단계`,
  next: '다음',
  back: '이전',
  finish: '마침',
  skip: '둘러보기 끝내기',
  keys: '화살표로 이동, Esc로 끝냅니다.',
  help: '도움말',
  steps: {
    search: {
      title: '무엇이든 찾기',
      text: '어떤 문자로 쓴 이름이든, IMO 번호, 지갑 주소, 침해지표를 입력하십시오. 어디서나 “/”로 여기에 오고, Ctrl K로 페이지와 명령도 찾습니다.',
    },
    doors: {
      title: '들어온 것',
      text: '거래 상대방, 결제, 해상, 네트워크. 경로마다 시간에 따라 들어온 것과 아직 사람을 기다리는 것이 보입니다.',
    },
    entity: {
      title: '누가 그렇게 말하는가',
      text: '모든 사실에 그것을 기재한 명단과 시점이 함께 있습니다. 이 개체는 공개 기록으로 만든 시작용 자료입니다.',
    },
    findings: {
      title: '판정은 사람이',
      text: '적발이 근거와 함께 기다립니다. j와 k로 이동하고 t, f, u로 판정합니다. 모든 판정에는 이유가 있고 취소할 수 있습니다.',
    },
    sea: {
      title: '해상',
      text: '바다에서 만나거나 신호를 끊거나 신원을 속이는 선박을, 인터넷이 필요 없는 지도에서 봅니다. 훈련은 과거 작전을 재현합니다.',
    },
    lists: {
      title: '결과의 바탕',
      text: '명단과 그 버전입니다. 시작용 자료는 첫인상일 뿐이니 발행 기관의 파일을 가져오십시오. 그러면 시작용 자료는 물러납니다.',
    },
    drills: {
      title: '훈련으로 이어 가기',
      text: '만든 위치 자료로 재현한 과거 작전에서 환적을 직접 찾아보십시오. 저장되는 것은 없습니다.',
    },
  },
  openDrill: '훈련 열기',
}
