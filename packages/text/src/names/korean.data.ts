/**
 * Korean surnames with their usual Latin spellings, most usual first, and the Hanja they are written with. The first
 * spellings are what English-speaking Koreans and the North's own agencies write. Sources: Revised Romanization of
 * Korean (Ministry of Culture 2000-8), McCune and Reischauer 1939, the North's system of 1992, and spelling habit;
 * compiled by hand for Cordon. Statistics Korea's census of 2015 guided which surnames are the commonest.
 */
export const koreanSurnames = `
김 kim gim kym 金
이 lee ri yi rhee li i rhie yee 李
리 ri lee yi rhee li i rhie yee 李
박 pak park bak pack bahk 朴
최 choe choi chwe choy chey 崔
정 jong jung jeong chong chung cheong joung 鄭 丁
강 kang gang 姜 康
조 jo cho joe chough 趙 曹
윤 yun yoon youn 尹
장 jang chang zang 張 蔣
임 im lim rim yim leem 林 任
림 rim lim im yim 林
한 han hahn 韓
오 o oh 吳
서 so suh seo sur 徐
신 sin shin synn 申 辛 愼
권 kwon gwon kweon 權
황 hwang whang 黃
안 an ahn 安
송 song 宋
전 jon jeon chon chun jun cheon 全 田
홍 hong 洪
유 yu yoo ryu you 柳 劉 兪
류 ryu yu yoo 柳 劉
고 ko go koh 高
문 mun moon 文
양 yang ryang 梁 楊
량 ryang yang 梁
손 son sohn 孫
배 pae bae bai 裵
백 paek baek paik baik back 白
허 ho heo hur huh 許
남 nam 南
심 sim shim 沈
노 no ro noh roh 盧
로 ro no roh noh 盧
하 ha 河
곽 kwak gwak 郭
성 song seong sung 成
차 cha 車
주 ju joo chu choo 朱
우 u woo wu 禹
구 ku gu koo goo 具
민 min 閔
진 jin chin 陳 晉
나 na ra 羅
라 ra na 羅
지 ji chi jee 池
엄 om eom um 嚴
원 won 元
천 chon cheon chun 千
방 pang bang 方 房
공 kong gong 孔
현 hyon hyun hyeon 玄
함 ham hahm 咸
변 pyon byun byeon 卞 邊
염 yom yeom ryom yum 廉
렴 ryom yeom 廉
여 yo yeo ryo 呂
려 ryo yeo 呂
추 chu choo 秋
도 to do 都
소 so 蘇
석 sok seok suk 石
선 son seon sun 宣
설 sol seol sul 薛
마 ma mah 馬
길 kil gil 吉
주 ju chu 朱
연 yon yeon ryon 延
련 ryon yon yeon 延
위 wi wee 魏
표 phyo pyo 表
명 myong myung myeong 明
기 ki gi kee 奇
반 pan ban 潘
왕 wang 王
금 kum geum keum 琴
옥 ok ock 玉
육 yuk ryuk 陸
륙 ryuk yuk 陸
인 in ihn 印
맹 maeng 孟
제 je jae 諸
모 mo 牟
탁 thak tak 卓
국 kuk guk kook 鞠
어 o eo uh 魚
은 un eun 殷
편 phyon pyon pyeon 片
용 yong ryong 龍
룡 ryong yong 龍
예 ye 芮
경 kyong kyung gyeong 慶
봉 pong bong 奉
사 sa 史
부 pu bu boo 夫
태 thae tae 太
목 mok 睦
형 hyong hyung hyeong 邢
피 phi pi 皮
두 tu du doo 杜
감 kam gam 甘
음 um eum 陰
동 tong dong 董
온 on 溫
호 ho 胡
범 pom beom bum 范
좌 jwa 左
팽 phaeng paeng 彭
승 sung seung 承
간 kan gan 簡
상 sang 尙
하 ha 河
남궁 namgung namkung 南宮
황보 hwangbo 皇甫
선우 sonu seonwoo sunwoo 鮮于
독고 tokko dokgo 獨孤
제갈 jegal chegal 諸葛
사공 sagong 司空
서문 somun seomun 西門
동방 tongbang dongbang 東方
`

/** Syllables that Korean given names and surnames are made of. Compiled by hand for Cordon. */
export const koreanSyllables =
  '극측격벽슐총폭혹숭가각간감갑강개거건걸겸경계고곤공관광교구국군권귀규균근금기길김나낙난남내년녀노녹능다단달담대덕도돈동두득라락란랑래량려련렬령례로록론룡루류륜률륭름리린림립마만말매맹면명모목몽묘무묵문미민박반방배백범변별병보복봉부북분불비빈사산삼상새생서석선설섭성세소손솔송쇠수숙순술숭슬승시식신실심쌍아안암애야양어언엄업여역연열염엽영예오옥온완왕외요용우욱운웅원월위유육윤율은을음의이익인일임입자작잔장재저전점정제조종좌주죽준중증지직진집차찬창채천철첨청초촌총최추춘출충치칠탁탄탈태택통투파판팔팽평포표풍피필하학한함항해행향허헌혁현협형혜호혼홍화환황회효후훈휘휴흠흥희'

/**
 * Readings in Korean of Han characters usual in names: `한: characters`. Source: standard Sino-Korean readings.
 */
export const hanjaReadings = `
김 金 이 李利伊怡二以異 박 朴博 최 崔 정 鄭丁正貞靜政禎廷庭晶定 강 姜康江強 조 趙曹朝祖 윤 尹潤允胤 장 張蔣章長壯 임 林任 한 韓漢 오 吳五悟
서 徐瑞書西緖 신 申辛愼信新臣 권 權 황 黃 안 安 송 宋松 전 全田 홍 洪弘紅 유 柳劉兪裕有維 고 高 문 文 양 梁楊良 손 孫 배 裵 백 白百伯栢 허 許
남 南男 심 沈 노 盧魯 하 河夏 곽 郭 성 成聖星誠城聲性盛 차 車 주 朱周柱珠宙州 우 禹宇雨佑祐友 구 具九 민 閔敏民旻玟 진 陳晉鎭眞進振珍辰 나 羅 지 池智志知芝 엄 嚴 원 元源遠媛
천 千天 방 方房邦 공 孔公 현 玄賢鉉炫顯現 함 咸 변 卞邊 염 廉 여 呂如 추 秋 도 都道度 소 蘇小素 석 石錫碩奭 선 宣善先仙鮮 설 薛雪 마 馬 길 吉 연 延娟妍連蓮 위 魏 표 表
명 明命銘 기 奇基起琦 반 潘 왕 王 금 琴錦今 옥 玉 육 陸 인 印仁寅 맹 孟 제 諸濟帝 탁 卓 국 國鞠 은 殷恩銀 용 龍勇容墉鏞用 예 芮藝 경 慶京景敬卿經 봉 奉鳳奉 부 夫富 태 太泰 목 睦
일 日一逸 영 英永榮映泳暎 철 哲鐵喆澈 수 秀洙壽水守 호 浩鎬虎湖鎬昊 혁 革赫爀 해 海 룡 龍 준 俊濬準駿 학 學鶴 훈 勳訓薰 희 熙姬喜希 숙 淑 순 順舜淳 자 子慈 미 美 혜 惠慧 화 花華和化 향 香
동 東童棟 상 相尙祥 광 光廣 규 圭奎 근 根槿 길 吉 덕 德 만 萬滿 무 武茂 병 炳秉兵 복 福 범 範凡 산 山 삼 三 승 勝承昇 식 植 열 烈 완 完 욱 旭郁 웅 雄 재 在宰載材 종 鐘鍾宗 중 中重
창 昌彰 춘 春 충 忠 택 澤 평 平 필 弼 형 亨炯衡 환 煥桓 효 孝 흥 興 찬 燦贊 채 彩采 월 月 련 蓮 란 蘭 매 梅 국 國 군 君軍 계 桂 건 健建 관 寬 균 均 대 大 두 斗 록 綠 률 律 모 模 배 培 보 甫寶 비 飛
사 史士 생 生 세 世 솔 率 실 實 아 雅 애 愛 업 業 율 律 의 義 작 作 칠 七 팔 八 풍 豐 헌 憲 홍 鴻 회 會 후 厚 휘 輝
`
