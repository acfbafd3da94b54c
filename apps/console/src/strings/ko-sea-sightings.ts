import type { Strings } from './en.ts'

const number = new Intl.NumberFormat('ko-KR')

/** What the import of a file of sightings says, in Korean. */
export const koSeaSightings: Strings['sea']['sightings'] = {
  choice: '파일의 내용',
  kinds: { positions: '위치 (AIS)', sightings: '목격' },
  lead: '순찰, 선박, 위성이 본 것: 머리글이 있는 CSV, JSON 또는 NDJSON, 레이더 위성(SAR) 탐지도 됩니다. 그대로 또는 gzip, 목격 20,000건까지. 보관하기 전에 열을 어떻게 읽는지 보여 줍니다.',
  leadDrill: '훈련에서는 목격을 대조해 보여 주기만 하고 보관하지 않습니다.',
  looking: '열을 읽는 중',
  columns: '열을 읽는 방법',
  field: '내용',
  column: '파일의 열',
  none: '파일에 없음',
  fields: {
    time: '시각 (UTC)',
    lat: '위도',
    lon: '경도',
    accuracyM: '정확도, 미터',
    name: '읽은 선명',
    imo: '읽은 IMO 번호',
    lengthM: '길이, 미터',
    heading: '선수 방향, 도',
    source: '본 사람 또는 장비',
    photo: '사진',
    confidence: '선박일 확률',
    id: '목격 번호',
    report: '보고 또는 영상',
  },
  needed: (fields) => `다음이 어느 열에 있는지 고르십시오: ${fields}.`,
  unread: (columns) => `읽지 않는 열: ${columns}.`,
  found: (sightings, rejected, span) =>
    `목격 ${number.format(sightings)}건을 읽을 수 있습니다${span === '' ? '' : ` (${span})`}. 읽지 못하는 레코드 ${number.format(rejected)}건.`,
  start: (n) => `목격 ${number.format(n)}건 대조`,
  other: '다른 파일',
  judging: (judged, of) => `${number.format(of)}건 중 ${number.format(judged)}건을 항적과 대조`,
  waiting: '항적과 대조하는 중',
  done: (sightings, fitting, dark) =>
    `목격 ${number.format(sightings)}건: 송신하는 선박과 맞는 것 ${number.format(fitting)}건, 맞는 항적이 없는 것 ${number.format(dark)}건.`,
  findings: (n) => (n === 0 ? '적발된 것이 없습니다.' : `적발 ${number.format(n)}건:`),
  more: (n) => `외 ${number.format(n)}건은 목록에 있습니다`,
  repeated: (n) => `레코드 ${number.format(n)}건은 파일 앞부분에 있는 목격과 같습니다.`,
  show: '사건에서 보기',
  cut: '응답이 끊겼습니다. 대조한 것은 보관되어 있으니 같은 파일을 다시 가져오면 이어집니다.',
  large: '그보다 많으면 명령으로:',
  command: 'npx cordon sea sighting detections.csv',
}
