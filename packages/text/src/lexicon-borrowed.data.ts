/**
 * English words that firms write in Arabic or Cyrillic letters rather than translate, in the form of `lexicon`. Compiled
 * by hand for Cordon from the usual spellings of the Gulf and of Russian trade registers; the misses of half A of
 * bench/screening/cross-script.ts told which kinds of words were lacking.
 */
export const borrowedWords = `
trading!: تريدينغ تريدنغ تريدينج تريدنج تريد ترايدينغ ترادينغ تردينگ
company2!: انتربرايز انتربرايزس إنتربرايز энтерпрайз*
company: company كومباني كمباني компани
limited: limited ليمتد ليميتد لمتد
management!: مانجمنت مانجمينت مانيجمنت مانجمنت менеджмент
marine!: مارين ماريتايم ماريتيم марин маритайм
maritime!: ماريتايم ماريتيم маритайм
shipping!: شيبينغ شيبنغ شيبينج شبينغ шиппинг шипинг
logistics!: لوجستكس لوجستكص لوجيستيكس لوجستيكس لوجيستك
oil!: اويل أويل ойл
petroleum!: petroleum بتروليوم بتروليم петролеум
gas!: غاس
energy!: انرجي إنرجي اينرجي انيرجي إنيرجي энерджи
power!: باور пауэр
global!: جلوبال كلوبال
group!: جروب غروب كروب груп
international!: انترناشونل انترناسيونال
general!: جنرال جينيرال дженерал
service!: سيرفيس سيرفس سيرفيسز سرفيسز
solution!: سوليوشن سوليوشنز سولوشن سولوشنز солюшн* солюшен*
system!: سيستم سيستمز سستمز
technology!: تكنولوجي تكنولوجيز تك تيك تکنولوجی текнолоджи* технолоджи*
consulting!: كونسلتنج كونسلتينغ كونسالتينغ كونسلتنسي
investment!: انفستمنت انفستمنتس إنفستمنت инвестмент*
capital!: كابيتال кэпитал
finance!: فاينانس فايننس файненс
exchange!: اكستشينج اكسجينج эксчейндж
express: express اكسبرس إكسبرس إكسبريس اکسپرس экспресс
industry!: اندستريز إندستريز اندستري индастри*
construction!: كونستركشن كونستراكشن
engineering!: انجنيرنج انجنيرينغ энджиниринг
development!: ديفلوبمنت ديفيلوبمنت девелопмент
distribution!: ديستريبيوشن ديستربيوشن дистрибьюшн
supply!: سابلاي سبلاي
chain: chain تشين чейн
commodity!: commodity commodities كوموديتيز كوموديتي коммодити* комодити*
venture!: venture ventures فينتشر فينتشرز فنتشرز венчур* венчер*
terminal!: terminal terminals تيرمينال ترمينال терминал*
tanker!: تانكر تانكرز
offshore!: offshore اوفشور أوفشور оффшор* офшор*
online: online اونلاين أونلاين онлайн
media!: ميديا مديا
digital!: ديجيتال
network!: نتورك نيتورك
cash: cash كاش кэш
pay: pay باي пэй
star: ستار стар
sky: sky سكاي скай
zone: zone زون زوون
future: فيوتشر فيوتشرز فیوتشر فيوجر фьючер
gate: gate جيت غيت гейт
way: way واي вей
line: line lines لاين لينك‌لاين лайн
link: link لينك линк
horizon: horizon هوريزون هورايزون хорайзон
advanced: advance advanced ادفانسد ادفانس أدفانس آدفانس адванс*
creative: creative كرييتف كريتف كرياتيف креатив*
generation: generation جينيراشن جنريشن جينيريشن
royal: royal رويال роял
diamond: دايموند даймонд
golden: جولدن غولدن голден
silver: سيلفر сильвер
blue: بلو
green: جرين غرين грин
red: ريد ред
black: بلاك блэк
white: وايت уайт
sun: صن
moon: مون мун
sea: سي سيز
ocean: اوشن أوشن اوشين оушен
river: ريفر
mountain: ماونتن маунтин
eagle: ايجل игл
lion: ليون
tiger: تايجر
dragon: دراغون
falcon: falcon فالكون сокол*
shark: shark القرش акула
asian: asian ايشيان ايشيئن ايشن эйшн
asia: اسيا ايجا
world: وورلد ورلد уорлд
middle: ميدل
east: ايست ист
west: وست ويست вест
north: نورث норд
south: ساوث
gulf: جلف غلف
new: نيو нью
first: فيرست фёрст
one: وان уан
prime: prime برايم прайм
smart: smart سمارت смарт
best: best بست бест
speed: speed سبيد спид
light: لايت лайт
safe: safe سيف сейф
captain: captain كابتن كابتين капитан
dynasty: dynasty ديناستي
python: python بايثون
focus: focus فوكس فوكوس фокус
banking!: banking بانكينغ بانكينج بانکینغ банкинг
ship: ship ships شيب шип
crypto: crypto كريبتو крипто
explorer: explorer اكسبلورر эксплорер
business!: business بزنس بيزنس бизнес
club: كلوب
estate!: estate estates استيت إستيت эстейт*
bulk: bulk بالك балк
aviation!: افييشن افيشن авиэйшн
airline: ايرويز ايرلاين эйрлайнс эйр
travel: ترافل ترافيل трэвел
steel: ستيل стил
metal!: ميتال ميتلز
chemical!: كيميكال كيميكالز кемикал*
petrochemical!: بتروكيميكال بتروكيميكالز
russian: рашн рашен
copper: коппер
gold: جولد غولد голд
`
