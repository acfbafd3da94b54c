import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseName } from '../analyse.ts'
import { maxKeys, maxSpellings } from '../name.ts'
import { pinyinSyllableList } from './chinese.ts'
import { palladiusOf } from './palladius.ts'

const keys = (name: string): string[] => analyseName(name, 'person').keys.map((key) => key.text)
const share = (a: string, b: string): boolean => {
  const other = new Set(keys(b))
  return keys(a).some((key) => other.has(key))
}

describe('Korean names in Cyrillic', () => {
  it.each([
    ['Ким Чен Ын', 'Kim Jong Un', '김정은'],
    ['КИМ ЧЕН ЫН', 'KIM Jong-un', '김정은'],
    ['Ким Чон Ын', 'Kim Jong Un', '김정은'],
    ['Ким Чжон Ын', 'Kim Jong Un', '김정은'],
    ['Ким Чен-Ын', 'Kim Jong Un', '김정은'],
    ['Ким Ченын', 'Kim Jong Un', '김정은'],
    ['Ким Чонъын', 'Kim Jong Un', '김정은'],
    ['Кім Чен Ин', 'Kim Jong Un', '김정은'],
    ['Кім Чэн Ын', 'Kim Jong Un', '김정은'],
    ['Ким Чен-ун', 'Kim Jong Un', '김정은'],
    ['Ким Чен Ир', 'Kim Jong Il', '김정일'],
    ['Ким Чон Иль', 'Kim Jong Il', '김정일'],
    ['Ким Ир Сен', 'Kim Il Sung', '김일성'],
    ['Ким Иль Сон', 'Kim Il Sung', '김일성'],
    ['Пак Чин Хёк', 'Park Jin Hyok', '박진혁'],
    ['Пак Чин Хек', 'Park Jin Hyok', '박진혁'],
    ['Ли Ён Хо', 'Ri Yong Ho', '리영호'],
    ['Ли Ен Хо', 'Ri Yong Ho', '리영호'],
    ['Чон Чхан Хёк', 'Jon Chang Hyok', '전창혁'],
    ['Чхве Рён Хэ', 'Choe Ryong Hae', '최룡해'],
    ['Цой Рен Хэ', 'Choe Ryong Hae', '최룡해'],
    ['Ким Ё Чжон', 'Kim Yo Jong', '김여정'],
    ['Ким Ё Чон', 'Kim Yo Jong', '김여정'],
    ['Пак Пон Чжу', 'Pak Pong Ju', '박봉주'],
    ['Ким Ён Чхоль', 'Kim Yong Chol', '김영철'],
    ['Ким Ен Чер', 'Kim Yong Chol', '김영철'],
    ['Ли Су Ён', 'Ri Su Yong', '리수용'],
    ['Хван Бён Со', 'Hwang Pyong So', '황병서'],
    ['Чо Мён Нок', 'Jo Myong Rok', undefined],
    ['О Гык Рёль', 'O Kuk Ryol', '오극렬'],
    ['Ким Гён Хи', 'Kim Kyong Hui', '김경희'],
    ['Ким Гён Хый', 'Kim Kyong Hui', '김경희'],
    ['Чан Сон Тхэк', 'Jang Song Thaek', '장성택'],
    ['Чан Сон Тхэк', 'Jang Song Thaek', '張成澤'],
    ['Пан Ги Мун', 'Ban Ki Moon', '반기문'],
    ['Мун Чжэ Ин', 'Moon Jae In', '문재인'],
    ['Пак Кын Хе', 'Park Geun Hye', '박근혜'],
    ['Юн Сок Ёль', 'Yoon Suk Yeol', '윤석열'],
    ['Пэк Нам Сун', 'Paek Nam Sun', '백남순'],
    ['Син Хон Чхоль', 'Sin Hong Chol', '신홍철'],
    ['Рим Чон Хёк', 'Rim Jong Hyok', '림종혁'],
    ['Квон Чон Гын', 'Kwon Jong Gun', '권정근'],
  ])('%s is %s and %s', (cyrillic, latin, hangul) => {
    expect(keys(cyrillic).some((key) => key.startsWith('ko:'))).toBe(true)
    expect(share(cyrillic, latin)).toBe(true)
    if (hangul !== undefined) expect(share(cyrillic, hangul)).toBe(true)
  })

  it.each([
    ['Ким Чен Ын', 'Kim Jong Il'],
    ['Ким Ир Сен', 'Kim Jong Il'],
    ['Пак Чин Хёк', 'Park Jin Ho'],
    ['Ли Ён Хо', 'Ri Yong Chol'],
    ['Чон Чхан Хёк', 'Jon Chang Ho'],
    ['Ким Чен Ын', 'Pak Jong Un'],
  ])('%s is not %s', (cyrillic, latin) => {
    expect(share(cyrillic, latin)).toBe(false)
  })
})

describe('Chinese names in Cyrillic', () => {
  it.each([
    ['Си Цзиньпин', 'Xi Jinping', '习近平'],
    ['Сі Цзіньпін', 'Xi Jinping', '习近平'],
    ['Си Цзинь-пин', 'Xi Jinping', '习近平'],
    ['Ван Хунвэнь', 'Wang Hongwen', '王洪文'],
    ['Мао Цзэдун', 'Mao Zedong', '毛泽东'],
    ['Мао Цзедун', 'Mao Tse-tung', '毛泽东'],
    ['Дэн Сяопин', 'Deng Xiaoping', '邓小平'],
    ['Чжоу Эньлай', 'Zhou Enlai', '周恩来'],
    ['Цзян Цзэминь', 'Jiang Zemin', '江泽民'],
    ['Ху Цзиньтао', 'Hu Jintao', '胡锦涛'],
    ['Ли Кэцян', 'Li Keqiang', '李克强'],
    ['Ли Кецян', 'Li Keqiang', '李克强'],
    ['Вэнь Цзябао', 'Wen Jiabao', '温家宝'],
    ['Вень Цзябао', 'Wen Jiabao', '温家宝'],
    ['Чжан Гаоли', 'Zhang Gaoli', '张高丽'],
    ['Лю Шаоци', 'Liu Shaoqi', '刘少奇'],
    ['Чжао Цзыян', 'Zhao Ziyang', '赵紫阳'],
    ['Ху Яобан', 'Hu Yaobang', '胡耀邦'],
    ['Цзян Цин', 'Jiang Qing', '江青'],
    ['Ван И', 'Wang Yi', '王毅'],
    ['Юй Чжэншэн', 'Yu Zhengsheng', '俞正声'],
    ['Сюй Цайхоу', 'Xu Caihou', '徐才厚'],
    ['Хуан Синго', 'Huang Xingguo', '黄兴国'],
    ['Хуан Цзюй', 'Huang Ju', '黄菊'],
    ['Го Босюн', 'Guo Boxiong', '郭伯雄'],
    ['Сунь Чжэнцай', 'Sun Zhengcai', '孙政才'],
    ['Оуян Сю', 'Ouyang Xiu', '欧阳修'],
    ['Сыма Цянь', 'Sima Qian', '司马迁'],
    ['Чжугэ Лян', 'Zhuge Liang', '诸葛亮'],
    ['Чэнь И', 'Chen Yi', '陈毅'],
    ['Ли Пэн', 'Li Peng', '李鹏'],
    ['Чжу Жунцзи', 'Zhu Rongji', '朱镕基'],
    ['Цай Инвэнь', 'Cai Yingwen', '蔡英文'],
    ['Хань Чжэн', 'Han Zheng', '韩正'],
    ['Ма Сяохун', 'Ma Xiaohong', '马晓红'],
    ['Люй Чжэн', 'Lu Zheng', '吕正'],
    ['У Банго', 'Wu Bangguo', '吴邦国'],
    ['Ван Цишань', 'Wang Qishan', '王岐山'],
    ['Чжан Чуньсянь', 'Zhang Chunxian', '张春贤'],
    ['Чжан Чунь Сянь', 'Zhang Chunxian', '张春贤'],
    ['Линь Чанъань', 'Lin Changan', '林长安'],
  ])('%s is %s and %s', (cyrillic, latin, han) => {
    expect(share(cyrillic, latin)).toBe(true)
    if (han !== undefined) expect(share(cyrillic, han)).toBe(true)
  })

  it.each([
    ['Си Цзиньпин', 'Xi Jinpin'],
    ['Ван Хунвэнь', 'Wang Hongwei'],
    ['Ли Пэн', 'Li Pen'],
    ['Чжан Гаоли', 'Zhao Gaoli'],
  ])('%s is not %s', (cyrillic, latin) => {
    expect(share(cyrillic, latin)).toBe(false)
  })

  it('no two syllables of pinyin share a Cyrillic spelling', () => {
    const spelt = pinyinSyllableList.map(palladiusOf)
    expect(spelt.filter((cyrillic, at) => spelt.indexOf(cyrillic) !== at)).toEqual([])
  })

  it('every syllable of pinyin has a Cyrillic spelling', () => {
    expect(pinyinSyllableList.filter((syllable) => palladiusOf(syllable) === undefined)).toEqual([])
  })
})

describe('names of Russia, Ukraine, Belarus, Kazakhstan', () => {
  it.each([
    'Ким Алексей',
    'Ким Алексей Сергеевич',
    'Ким Анна',
    'Ким Инна',
    'Ким Роман',
    'Ким Антон',
    'Кім Мирон',
    'Лі Ніна',
    'Ким Елена',
    'Ким Шамиль',
    'Ли Игорь',
    'Пак Богдан',
    'Цой Кирилл',
    'Ван Данил',
    'Юн Алан',
    'Хан Али',
    'Лі Ігор',
    'Кім Антон',
    'Лі Юрый',
    'Ким Семён',
    'Ким Дана',
    'Ким Ян',
    'Ким Ирина',
    'Ли Анна',
    'Ли Иван',
    'Ли Илья',
    'Ли А.',
    'Ли А. В.',
    'Цой Виктор',
    'Виктор Цой',
    'Цой Юлия',
    'Пак Дина',
    'Пак Лидия',
    'Ван Илона',
    'Ван Елена',
    'Ян Мария',
    'Ян Лариса',
    'Тен Сергей',
    'Хан Тимур',
    'Хан Асан',
    'Хан Хасан',
    'Ма Лена',
    'Лю Наташа',
    'Пак Ольга',
    'Югай Вера',
    'Ногай Артур',
    'Кім Олена',
    'Кім Юрій',
    'Лі Інна',
    'Путин Владимир Владимирович',
    'Зеленський Володимир',
    'Лукашэнка Аляксандр',
    'Назарбаев Нурсултан',
    'Сон Карина',
    'Мин Хаким',
    'Иванова Анна',
    'Усманов Алишер',
    'Ким',
    'Ли',
    'Қазақ Жан',
  ])('%s has no key of a Korean or Chinese name', (name) => {
    expect(keys(name)).toEqual([])
  })

  it('keep their ordinary spellings first', () => {
    const [surname, given] = analyseName('Ким Чен Ын', 'person').tokens
    expect(surname!.spellings[0]).toMatchObject({ text: 'kim', cost: 0 })
    expect(given!.spellings[0]!.text).toBe('chen')
    expect(given!.spellings.find((spelling) => spelling.text === 'jong')?.reason).toBe('Kontsevich')
    const chinese = analyseName('Си Цзиньпин', 'person').tokens[1]!
    expect(chinese.spellings[0]!.text).toBe('tszinpin')
    expect(chinese.spellings.find((spelling) => spelling.text === 'jinping')?.reason).toBe('Palladius')
  })
})

const syllable = fc.constantFrom(
  ...'ким чен ын чон ли ир сен ё хёк ъ ь й н ван хун вэнь цзинь си пин чжан юй э ы о і ї у -'.split(' '),
)

it('stays bounded, and gives the same twice, whatever the syllables', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(syllable, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
        { maxLength: 6 },
      ),
      (words) => {
        const name = words.join(' ')
        const read = analyseName(name, 'person')
        expect(read.keys.length).toBeLessThanOrEqual(maxKeys)
        for (const token of read.tokens) {
          expect(token.spellings.length).toBeLessThanOrEqual(maxSpellings)
          expect(new Set(token.spellings.map((spelling) => spelling.text)).size).toBe(token.spellings.length)
          for (const spelling of token.spellings) expect(spelling.text).toMatch(/^[a-z0-9]+$/)
        }
        for (const key of read.keys) expect(key.cost).toBeLessThanOrEqual(0.3)
        expect(analyseName(name, 'person')).toEqual(read)
      },
    ),
  )
})
