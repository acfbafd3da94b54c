/**
 * Japanese names in Kanji with their usual readings in Hepburn: surnames, then given names. Compiled by hand for
 * Cordon from common knowledge; long vowels are short, as in passports.
 */
export const japaneseSurnames = `
佐藤 sato 鈴木 suzuki 高橋 takahashi 田中 tanaka 伊藤 ito 渡辺 watanabe 渡邊 watanabe 山本 yamamoto 中村 nakamura 小林 kobayashi 加藤 kato 吉田 yoshida 山田 yamada 佐々木 sasaki 山口 yamaguchi
松本 matsumoto 井上 inoue 木村 kimura 林 hayashi 斎藤 saito 斉藤 saito 齋藤 saito 清水 shimizu 山崎 yamazaki/yamasaki 森 mori 池田 ikeda 橋本 hashimoto 阿部 abe 石川 ishikawa 山下 yamashita 中島 nakajima/nakashima
石井 ishii 小川 ogawa 前田 maeda 岡田 okada 長谷川 hasegawa 藤田 fujita 後藤 goto 近藤 kondo 村上 murakami 遠藤 endo 青木 aoki 坂本 sakamoto 福田 fukuda 太田 ota 西村 nishimura 藤井 fujii 金子 kaneko
岡本 okamoto 藤原 fujiwara 三浦 miura 中野 nakano 中川 nakagawa 原田 harada 松田 matsuda 竹内 takeuchi 小野 ono 田村 tamura 中山 nakayama 和田 wada 石田 ishida 森田 morita 上田 ueda 原 hara 内田 uchida 柴田 shibata
酒井 sakai 宮崎 miyazaki 横山 yokoyama 高木 takagi 安藤 ando 宮本 miyamoto 大野 ono 小島 kojima 谷口 taniguchi 今井 imai 工藤 kudo 高田 takada 増田 masuda 丸山 maruyama 杉山 sugiyama 村田 murata 大塚 otsuka 新井 arai
平野 hirano 藤本 fujimoto 松井 matsui 野口 noguchi 千葉 chiba 菊地 kikuchi 菊池 kikuchi 木下 kinoshita 佐野 sano 桜井 sakurai 野村 nomura 松尾 matsuo 市川 ichikawa 杉本 sugimoto 古川 furukawa 島田 shimada 水野 mizuno
高野 takano 吉川 yoshikawa 山内 yamauchi 西田 nishida 菅原 sugawara 北村 kitamura 安倍 abe 岸田 kishida 菅 suga/kan 石破 ishiba 小泉 koizumi 本田 honda 豊田 toyoda/toyota 司 tsukasa 篠田 shinoda 髙山 takayama 高山 takayama
`
export const japaneseGivenNames = `
太郎 taro 一郎 ichiro 次郎 jiro 三郎 saburo 健一 kenichi 健 ken/takeshi 誠 makoto 隆 takashi 浩 hiroshi 博 hiroshi 弘 hiroshi 清 kiyoshi 茂 shigeru 勝 masaru 進 susumu 実 minoru 昭 akira 明 akira 正 tadashi 武 takeshi 剛 takeshi/tsuyoshi
哲也 tetsuya 和也 kazuya 達也 tatsuya 直樹 naoki 大輔 daisuke 健太 kenta 翔太 shota 拓也 takuya 雄一 yuichi 裕一 yuichi 純一 junichi 浩一 koichi 幸一 koichi 修 osamu 豊 yutaka 稔 minoru 洋 hiroshi/yo 邦雄 kunio 康男 yasuo 康夫 yasuo
和夫 kazuo 正夫 masao 幸雄 yukio 義男 yoshio 忠正 tadamasa 忠政 tadamasa 純 jun 学 manabu 徹 toru 聡 satoshi 悟 satoru 晋三 shinzo 文雄 fumio 太 futoshi 花子 hanako 恵子 keiko 幸子 sachiko/yukiko 和子 kazuko 洋子 yoko 陽子 yoko
京子 kyoko 裕子 yuko 優子 yuko 美咲 misaki 愛 ai 由美 yumi 真由美 mayumi 直美 naomi 智子 tomoko 久美子 kumiko 典子 noriko 義明 yoshiaki 信行 nobuyuki 秀樹 hideki 英樹 hideki 孝 takashi 猛 takeshi 勇 isamu 章 akira 勉 tsutomu
`
