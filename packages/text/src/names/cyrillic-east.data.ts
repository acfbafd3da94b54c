/**
 * The Palladius system for Chinese (Archimandrite Palladius and P. S. Popov, 1888, with the spellings of today's Russian
 * encyclopaedias), as `pinyin=Cyrillic`: initials, finals behind an initial, finals behind j q x, and whole syllables
 * that follow no rule. Compiled by hand for Cordon.
 */
export const palladiusInitials =
  'b=б p=п m=м f=ф d=д t=т n=н l=л g=г k=к h=х j=цз q=ц x=с zh=чж ch=ч sh=ш r=ж z=цз c=ц s=с'
export const palladiusFinals =
  'a=а o=о e=э ai=ай ei=эй ao=ао ou=оу an=ань en=энь ang=ан eng=эн ong=ун i=и ia=я iao=яо ie=е iu=ю ian=янь in=инь iang=ян ing=ин iong=юн u=у ua=уа uo=о uai=уай ui=уй uan=уань un=унь uang=уан ue=юэ'
export const palladiusSoftFinals = 'u=юй uan=юань un=юнь ue=юэ'
export const palladiusWhole =
  'a=а ai=ай an=ань ang=ан ao=ао e=э ei=эй en=энь eng=эн er=эр o=о ou=оу yi=и ya=я yan=янь yang=ян yao=яо ye=е yin=инь ying=ин yo=йо yong=юн you=ю yu=юй yuan=юань yue=юэ yun=юнь wu=у wa=ва wai=вай wan=вань wang=ван wei=вэй wen=вэнь weng=вэн wo=во zi=цзы ci=цы si=сы hui=хуэй'
/** Second spellings of syllables: older ones, and ü, which pinyin of lists writes u. */
export const palladiusOther = 'hui=хой hui=хуй lu=люй nu=нюй lie=лие'

/**
 * L. R. Kontsevich's system for Korean (after A. A. Kholodovich's transcription) and, behind a `/`,
 * older and looser habits: е for ㅓ and ㅕ (Чен Ын), р for a final ㄹ (Ир), voiced and unmarked consonants, Bulgarian у for
 * ㅡ. By the order of Unicode: 19 initials, 21 vowels; finals by their number. Compiled by hand for Cordon.
 */
export const kontsevichInitials =
  'к/г кк/к н т/д тт/т р,л м п/б пп/п с сс/с - ч,чж/дж чч/ч чх/ч кх/к тх/т пх/п х'
export const kontsevichVowels =
  'а э/е,ай я/йя йя о/е е,э ё/е,йо,ио е/йе,э о ва/уа вэ/ве ве,вэ/ой ё/йо,е у во/уо ве/вэ ви/уи ю/йю ы/у ый,и/ы,ыи и'
export const kontsevichFinals: Readonly<Record<number, string>> = {
  0: '-',
  1: 'к',
  4: 'н',
  8: 'ль/р',
  16: 'м',
  17: 'п',
  19: 'т',
  21: 'н',
}
/** Surnames whose Cyrillic spelling follows no rule, or a rule of their own. */
export const kontsevichSurnames = '최=чхве 최=цой 최=чхой 최=чве 최=цхой 최=чой 리=ли 리=и 박=бак 백=пек'

/** The syllables commonest in Korean given names come first where Cyrillic letters leave a choice. */
export const commonKoreanSyllables =
  '영정은성철일호진수현용명혁길남민준동학광경희숙옥순창선춘훈석상원재태인종해화식덕봉국근기만삼승주자미란연향금규걸건찬택'

/**
 * Given names of Russia, Ukraine, Belarus, the Caucasus and Central Asia that fall apart into Korean or Chinese
 * syllables. Citizens there bear the surnames Ким, Ли, Пак, Ван, so with one of these a name is theirs. Compiled by
 * hand for Cordon.
 */
export const localGivenNames =
  'ада адам аим айдар айна айсен айша аким ала алан ален али алим аля амер амин амир анна антон аня ара асан асель ася ая баин бася баха башан бекхан валя ванда ваня вася ваха вели вера вика вилен виталь вольга галя ганна гена герда герман гоша гуля дана данна дарин даша джон дима дина дуня дуся душан ева ерлан жан жана жанна ива иван игор ида ильгам ильдар ильсур ильхам илья иля инга инна ион ира ирек ирен ирма иса ия каплан кара карен карим касам касим каха кеша ким кима кира коля лада лайла лала лара лари леан леван лейла леля лена лера леся леша лея лида лии лика лила лина линда лия лола лука луна люба люда люся ляля майя мансур мара марек мари марин марко маша мила милан мина мира мирон миха миша муин муса муся наби надин наиль наим нана насим нася ната натан ника нина нона нора оля омар паша поля рада раман рамин рая рима римма рина рита рома роман рубен рюрик сава салим сами самир самсон сана санан сара саша саян света семен сеня серго сергун сима симон сона соня сурен тагир тамер таня тарик тая тима тина толя тома тося ула ульян уля умар фая фома хаким халим хана ханна хасан хассан хусан шабан эльдар эля эма эмиль эмин эмир эмма эрик юля юна юра юри юрий юрин юрый юта яким ян яна янка ярин ясим ясин ясир яша'
