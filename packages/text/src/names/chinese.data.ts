/**
 * The syllables of Hanyu Pinyin (ISO 7098:2015), without tones and with u for ü, by initial: `initial: finals`.
 */
export const pinyinSyllables = `
-: a ai an ang ao e ei en eng er o ou yi ya yan yang yao ye yin ying yo yong you yu yuan yue yun wu wa wai wan wang wei wen weng wo
b: a ai an ang ao ei en eng i ian iao ie in ing o u
p: a ai an ang ao ei en eng i ian iao ie in ing o ou u
m: a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f: a an ang ei en eng o ou u
d: a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo
t: a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n: a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo
l: a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo
g: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k: a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
h: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j: i ia ian iang iao ie in ing iong iu u uan ue un
q: i ia ian iang iao ie in ing iong iu u uan ue un
x: i ia ian iang iao ie in ing iong iu u uan ue un
zh: a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch: a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh: a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r: an ang ao e en eng i ong ou u uan ui un uo
z: a ai an ang ao e ei en eng i ong ou u uan ui un uo
c: a ai an ang ao e en eng i ong ou u uan ui un uo
s: a ai an ang ao e en eng i ong ou u uan ui un uo
`

/**
 * Chinese surnames: characters (simplified and traditional), pinyin, then spellings of Hong Kong, Taiwan and the
 * South Seas (Cantonese, Hokkien, Teochew, Hakka). Compiled by hand for Cordon; the choice follows the commonest
 * surnames of the Ministry of Public Security's yearly reports.
 */
export const chineseSurnames = `
王 wang wong ong heng
李 li lee lei
张張 zhang cheung chang teo tiu teoh chong
刘劉 liu lau low lao
陈陳 chen chan tan chin ting
杨楊 yang yeung yong young
黄黃 huang wong ng ooi wee hwang
赵趙 zhao chiu chao teo
吴吳 wu ng goh woo
周 zhou chow chau chou chew
徐 xu tsui chui hsu hui
孙孫 sun suen syun soon
马馬 ma mah
朱 zhu chu choo
胡 hu wu woo oh
郭 guo kwok kuo quek kwek
何 he ho hoe
林 lin lam lim lum
高 gao ko kao koh
罗羅 luo lo law loh
郑鄭 zheng cheng tay tee cheang
梁 liang leung leong neo
谢謝 xie tse hsieh chia cheah
宋 song sung soong
唐 tang tong
许許 xu hui hsu koh khoo hui
邓鄧 deng tang teng
冯馮 feng fung
韩韓 han hon
曹 cao tso tsao cho
曾 zeng tsang tseng chan
彭 peng pang phang
萧蕭肖 xiao siu hsiao seow shaw siew
蔡 cai choi tsai chua choy chai
潘 pan poon pun phua
田 tian tin tien
董 dong tung
袁 yuan yuen
于 yu yue
余 yu yue yee
叶葉 ye yip yeh yap
蒋蔣 jiang cheung chiang tseung
杜 du to tu doe
苏蘇 su so soh
魏 wei ngai
程 cheng ching
吕呂 lu lui lyu loo
丁 ding ting
沈 shen sham shum sim shum
任 ren yam jen
姚 yao yiu yeow
卢盧 lu lo loo
傅 fu foo
钟鍾 zhong chung cheong
姜 jiang keung
崔 cui tsui chui
谭譚 tan tam
廖 liao liu liew
范 fan farn
汪 wang wong
陆陸 lu luk look
金 jin kam king
石 shi shek shih
戴 dai tai
贾賈 jia ka
韦韋 wei wai
夏 xia ha hsia har
邱 qiu yau chiu khoo
方 fang fong
侯 hou hau
邹鄒 zou chau tsou
熊 xiong hung hsiung
孟 meng mang
秦 qin chun chin
白 bai pak pai
江 jiang kong chiang
阎閻 yan yim
薛 xue sit hsueh
尹 yin wan
段 duan tuen tuan
雷 lei lui
黎 li lai
史 shi sze shih
龙龍 long lung
陶 tao to
贺賀 he ho
顾顧 gu koo ku
毛 mao mo
郝 hao kok
龚龔 gong kung
邵 shao siu
万萬 wan man
钱錢 qian chin tsin
严嚴 yan yim
覃 qin tam
武 wu mo
戚 qi chik
莫 mo mok
孔 kong hung kung
向 xiang heung
汤湯 tang tong
常 chang sheung
温溫 wen wan
康 kang hong
施 shi sze see
文 wen man
牛 niu ngau
樊 fan
葛 ge kot ko
邢 xing ying
安 an on
齐齊 qi chai
易 yi yik
乔喬 qiao kiu chiao
伍 wu ng
庞龐 pang pong
颜顏 yan ngan gan
倪 ni ngai
庄莊 zhuang chong chuang chng
聂聶 nie nip
章 zhang cheung
鲁魯 lu lo
岳 yue ngok
翟 zhai chak
殷 yin yan
詹 zhan chim
申 shen san
欧歐 ou au
耿 geng kang
关關 guan kwan
兰蘭 lan
焦 jiao chiu
俞 yu yue
左 zuo cho
柳 liu lau
甘 gan kam
祝 zhu chuk
包 bao pau pao
宁寧 ning
尚 shang sheung
符 fu foo
舒 shu
阮 ruan yuen
柯 ke or ko
纪紀 ji kei
梅 mei mui
童 tong tung
凌 ling
毕畢 bi pat
单單 shan sin
季 ji kwai
裴 pei pui
霍 huo fok
涂塗 tu to
成 cheng shing
苗 miao miu
谷 gu kuk
盛 sheng shing
曲 qu kuk
翁 weng yung
冉 ran yim
骆駱 luo lok
蓝藍 lan lam
路 lu lo
游 you yau
辛 xin san
靳 jin kan
管 guan kwun
柴 chai
蒙 meng mung
鲍鮑 bao pau
华華 hua wah
喻 yu yue
祁 qi kei
蒲 pu po
房 fang fong
滕 teng tang
屈 qu wat
饶饒 rao yiu
解 xie kai
牟 mou mau
艾 ai ngai
尤 you yau
阳陽 yang yeung
时時 shi sze
穆 mu muk
农農 nong nung
司 si sze
卓 zhuo cheuk
古 gu koo
吉 ji kat
缪繆 miao mau
简簡 jian kan
车車 che
项項 xiang hong
连連 lian lin
芦蘆 lu lo
麦麥 mai mak
褚 chu
娄婁 lou lau
窦竇 dou tau
戚 qi chik
岑 cen shum
景 jing king
党黨 dang tong
宫宮 gong kung
费費 fei fai
卜 bu puk
冷 leng lang
晏 yan
席 xi chik
卫衛 wei wai
米 mi mai
柏 bai pak
宗 zong chung
瞿 qu kui
桂 gui kwai
全 quan chuen
佟 tong tung
应應 ying
臧 zang chong
闵閔 min man
苟 gou
邬鄔 wu
边邊 bian pin
卞 bian pin
姬 ji kei
师師 shi sze
和 he wo
仇 qiu kau
栾欒 luan
隋 sui chui
商 shang sheung
刁 diao tiu
沙 sha
荣榮 rong wing
巫 wu mo
寇 kou kau
桑 sang song
郎 lang long
甄 zhen yan
丛叢 cong chung
仲 zhong chung
虞 yu yue
敖 ao ngo
巩鞏 gong kung
明 ming
佘 she
池 chi
查 zha cha
麻 ma
苑 yuan yuen
迟遲 chi
邝鄺 kuang kwong
利 li lei
习習 xi
区區 ou au
欧阳歐陽 ouyang auyeung
司马司馬 sima szema
上官 shangguan sheungkwun
诸葛諸葛 zhuge chukot
朴 piao pu park pak
司徒 situ szeto
`

/**
 * Hong Kong government spellings of characters usual in given names: `spelling: characters`. Source: Cantonese
 * readings (Jyutping, LSHK 1993) in the spelling of the colonial and SAR registers; compiled by hand for Cordon.
 */
export const cantoneseGiven = `
yee 怡儀仪意义義 ka 家嘉加 wing 永榮荣詠咏穎颖 man 文敏萬万 ming 明銘铭 wai 偉伟惠慧威維维衛卫 kwok 國国 kin 健建堅坚 chi 志智子之芝知 hung 雄洪鴻鸿紅红 keung 強强 kit 傑杰潔洁 ho 浩豪好何 chun 俊春振駿骏 yan 欣恩仁人 lai 麗丽禮礼 mei 美媚 ling 玲靈灵 fung 鳳凤峰豐 yuk 玉旭 kwong 光廣广 fai 輝辉 wah 華华 sing 成星聲声 shing 成勝胜盛誠诚 cheung 祥昌翔章長长 tak 德得澤 leung 良亮 kam 錦锦金甘 sau 秀修壽寿 chiu 超昭朝 fat 發发 king 經景敬 yiu 耀堯 lok 樂乐 hon 漢汉翰 ying 英瑩莹應应 kei 基琪其奇 sum 心 sze 思詩诗士斯 tsz 子梓 hei 希熙喜 shan 珊山 kwan 君均鈞筠群 pui 佩培沛 siu 小少兆 yu 宇如瑜愉雨 yin 賢贤燕妍然言 sin 善倩仙 on 安 ping 平萍炳屏 hing 興兴慶庆卿 lap 立 chor 楚 chung 忠松聰聪中宗 lung 龍龙隆 fu 富夫 kai 啟启佳繼楷 wan 雲云韻允 tin 天田 tong 棠堂東東东 hoi 海凱凯開开 lan 蘭兰 fong 芳方 ngai 毅藝艺 yat 日一逸 ki 祺 hau 孝厚后侯 lam 琳霖林 po 寶宝保 to 濤涛圖 kong 江港剛刚 ching 程靜静清貞正政 chak 澤泽則 shu 樹树書书 man 民 suet 雪 yuen 源遠远媛 yeung 揚陽阳 chee 志 wo 和 shek 石 tai 泰大 yau 有佑友 lei 利莉理 mo 武 si 思
`
