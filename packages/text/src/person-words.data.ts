/**
 * Words in and around personal names that are not the name itself, by kind, in every script they are listed in.
 * Compiled by hand for Cordon. Short ones that are also given names (al as Al, ben as Ben) are particles all the same:
 * particles still count a little.
 */
export const titles = `
mr mister mrs ms miss mme madame mlle monsieur herr frau senor senora sr. sra don dona dom sir lord lady dame
dr doctor doktor prof professor phd md eng engineer engr ing ir arch atty hon honorable honourable excellency
sheikh shaikh shaykh sheik cheikh shaikha sheikha shekh haji hajj hajji hadji alhaj alhaji hajiya hojja hojjatoleslam
mullah mulla molla maulvi maulavi mawlawi mawlavi moulvi maulana mawlana moulana qari hafiz mufti ayatollah imam
sayyid sayyed seyyed seyed syed saiyid sayid hujjat akhund akhond khwaja ustad ustaz ostad emir amir. sultan. shah.
prince princess king queen crown
gen general. lt lieutenant col colonel maj major capt captain cpt cdr commander brig brigadier sgt sergeant adm admiral
marshal maréchal commodore comrade president minister ambassador senator governor judge justice chairman secretary
rev reverend father brother sister pastor bishop archbishop rabbi reb deacon metropolitan
g-n gospodin gospozha pan pani pane datuk dato datin tan. tun tengku tuan puan haja bapak ibu
씨 님 선생 동지 박사 교수 대장 상장 중장 소장 총비서 위원장 장군 원수 先生 女士 小姐 博士 教授 同志 将军 様 氏 さん 殿 君
г-н господин госпожа доктор профессор генерал полковник майор капитан адмирал маршал
الشيخ شيخ حاج الحاج حاجي سيد السيد الدكتور دكتور مهندس سردار سرهنگ آیت‌الله حجت‌الاسلام ملا مولوي مولانا القائد اللواء العقيد الفريق العميد
sardar dr-eng madam
`

export const suffixes = `jr junior sr senior fils pere esq esquire filho neto sobrinho mladshiy starshiy младший старший`

export const particles = `
de del della delle degli di da das do dos du des dei la le las los lo den der ter ten te van von vom zu zum zur af av y e i und et and
bin ibn ben bint binti binte bent banu ould wald walad ait aït al el ul ol as ash ar an at az ad ed es er en ez abu abou abi aba um umm oum
abd abdul abdel abdal abdol abdur zade zadeh zada oglu ogly oglou uulu kyzy qizi kizi ogli
st saint san santa sao mac mc o d l ap fitz
بن ابن بنت ابو ابي ام ال آل عبد ولد
фон ван де дер оглы кызы улы
בן בת בר
`

/** Words of any name that say nothing: articles, conjunctions, marks of a number. */
export const stopWords = `the of for and in on by to with und fur für der die das et pour les des di del y e para por и в на по с для за от при та і з و في من از در به для 및 와 과 の と 之 与 和 及 và & a an a.k.a aka fka dba`

/** Marks that make the next word a number: "No. 3", "Nr 3", "№ 3". */
export const numberMarks = `no nr num number numero n° nro № номер نمبر رقم شماره 번호 제 第 호 号 號`
