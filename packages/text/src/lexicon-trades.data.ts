/**
 * More words of trades, institutes, offices and places that lists translate, in the form of `lexicon`. Compiled by hand
 * for Cordon from general knowledge of the languages; the misses of half A of bench/screening/cross-script.ts told which
 * kinds of words were lacking.
 */
export const tradeWords = `
numericalcontrol: 数控 數控
forging: forging кузнеч* 锻压 锻造 鍛造
casting!: casting foundry литейн* 铸造 鑄造 주물
machinery2!: 精工 精机 精機
component!: component components parts деталь* детал* комплектующ* 零部件 零件 配件 부품 قطعات
supplychain!: supplychain 供应链 供應鏈
heavyindustry!: 重工 重工业 중공업
ocean: 远洋 遠洋
fishing: 渔业 漁業
oil!: 油品 油料 石油产品
magnetic: magnetic magnet magnets магнит* 磁业 磁性 磁材 磁電 자석
wireless: wireless беспровод* 无线 無線 무선
optoelectronics!: optoelectronics optoelectronic photonics оптоэлектрон* фотон* 光电 光電 光电子
vision: vision 视觉 視覺 视界
instrument!: instrumentation 仪器 儀器 仪表 儀表
apparatus!: apparatus аппарат* 器材 器械
sensor: sensor sensors датчик* сенсор* 传感 传感器 센서
aerospace2: 航天科技
ship: ship ships судо судов* корабл*
components2: 元件 元器件 電子元件
electricals!: 电器 電器
circuit: circuit circuits микросхем* 电路 電路
crystal: crystal кристалл* 晶体 水晶 크리스탈
lamp: лампа ламп*
tire: tire tires tyre tyres шина шинн* 轮胎 輪胎
vehicle: vehicle vehicles 车辆 車輛
bicycle: bicycle велосипед* 自行车
culture: культуры
heritage: heritage наследи* 遗产
tradition: tradition traditions traditional традиц* سنتی سنتي تقليدي 传统
history: history истор* 历史 歷史 تاريخ تاریخ
reconstruction: reconstruction бازسازی بازسازي реконструкц* восстановл* إعمار 重建
shrine: shrine shrines عتبات 神社
holy: holy عالیات عاليات المقدسة свят* 圣
tile: tile tiles ceramic ceramics кафел* плитк* керамик* керам* كاشي کاشی سيراميك سرامیک 陶瓷 瓷砖 타일
housing!: housing жилищн* жилстрой* مسکن مسكن الإسكان
urban!: urban градостро* عمران عمرانی
social!: social социальн* اجتماعی اجتماعي الاجتماعية 社会
armed: armed вооруженн* вооружённ* مسلح المسلحة
partner!: partner partners партнер* партнёр* شرکا شركا والشركاء شركاء
sons!: sons son сыновья اولاده أولاده وأولاده أبنائه وأبناؤه پسران 
brothers!: brothers bros братья اخوان إخوان الأخوة برادران 
remittance!: remittance transfers transfer перевод* حوالات للحوالات والحوالات والتحويلات تحويلات والتحویلات 汇款
consultancy!: للاستشارات استشارات الاستشارات للإستشارات والاستشارات مشاورين مشاوران
derivative!: derivatives مشتقات لمشتقات نفتوفراورده
real: العقارية عقارية عقاري العقاري للعقارات
development!: للتطوير والتطوير تطويرات
trading!: للتجاره للتجارة والتجارة لتجارة بازرگانی
device!: device devices appliance appliances الأجهزة اجهزة أجهزة الاجهزه دستگاه прибор* приборо*
electrical: الكهربائية الكهربائيه كهربائية электротехн* электрот*
desert: desert الصحراء صحراء пустын* 沙漠
spring: spring الربيع ربيع بهار весн* 春
dream: dream حلم رؤيا мечт* 梦
emerald: emerald الزمرد زمرد изумруд* 翡翠
ruby: ruby الياقوت ياقوت рубин* 红宝石
wholesale!: wholesale wholesalers wholesaler оптов* بالجملة عمده 批发
goods!: goods товар* السلع سلع لتجارةالسلع كالا کالا 商品
sole: sole الشخص
brigade: كتائب
martyr: الشهداء شهداء
offshore!: اوف‌شور
agency!: نمایندگیهای نمايندگيهاي نمایندگی‌های الوكالات
tourism: tourism tourist سیاحتی سياحتي
organic: organic آلی آلي органическ* 有机
material!: مواد
fuel: الوقود وقود
armedforces: 武装力量
detention: detention изолятор* следствен* 拘留
penitentiary: penitentiary исполнен* наказан*
directorate!: directorate управления управление управлени* дирекц* 管理局 
automation: автоматика
computing2!: вычислительн*
protection: protection защит* захист* 保护 حفاظت حماية
specialized!: specialized специализир* спеціаліз* 专业 専門 تخصصی تخصصي
autonomous!: autonomous автономн* 自治
noncommercial!: noncommercial nonprofit некоммерч* 非营利
establishment2!: establishment institution учрежден* установа*
initiative!: initiative initiatives инициатив* ініціатив* 倡议
diplomacy: diplomacy дипломат* 外交
sovereign: sovereign суверен* 主权
sphere: sphere сфер*
studying!: study изучен*
federation: federation федераци* федерац*
assembly!: assembly собран* збор* 会议 مجلس
flight: flight летн* лётн* летно 飞行
testing!: testing испытательн* тестов*
certification!: certification сертифик* 认证
glassmaking: стекольн*
homebuilder!: homebuilder developer застройщик* забудовник*
decision!: decision decisions решения рішен*
integrated!: integrated комплексн* интегрир* 综合
perspective: perspective перспектив* 展望
tube: tube tubes pipes трубы трубн* трубка
grain: grain зерн* зернов* 粮食 غلات الحبوب
operator!: operator оператор* 运营
revival: revival возрожд* відродж* възражд* احیای 复兴
fatherland: fatherland отечеств* отечествен* вітчизн* 祖国
political!: political политич* політичн* политическ* 政治 سیاسی سياسية
public2!: общественн* громадськ* публичн*
interregional!: interregional межрегион* міжрегіон*
allrussian!: общероссийск* всероссийск*
promotion!: promotion содейств* сприянн* 促进 ترویج
preservation!: сохранен*
fareast: дальневосточн*
far: far дальн* دور
arctic: arctic арктик* арктич* 北极
branch!: отделен*
petroleumchemistry: нефтехими*
mechanical!: mechanical механическ* механіч* механичн* 机械
electrometallurgical!: electrometallurgical электрометаллург*
machinetool: machinetool станкостро* станко*
helicopter: вертолет*
instrumentmaking!: приборостроит* приборостроен*
chemicalplant: химзавод*
aviationplant: авиазавод*
privatemilitary: чвк
insurance!: ск
newsagency!: информагентств*
design: конструкторск*
experimental!: experimental опытно* опытн* экспериментальн* дослідн* 实验 
special: спецтех* спец
technical!: техника техники технік*
foreigntrade: внешнеторгов* зовнішньоторг*
house!: торговыйдом
combine: комбинат* комбінат*
settlement: расчетн* расчётн* 结算
clearing: clearing клиринг* 清算
depository!: depository депозитар* 存管
credit!: кредитн*
nonbank!: nonbank небанковск*
mutual: взаимн*
fund2!: фонда 
pension!: pension пенсионн* пенсійн* 养老
broker!: broker brokerage брокер* سمسرة کارگزاری كارگزاري 经纪
auction: auction аукцион* торгов 拍卖
leasing!: лизингов*
dredging: dredging дноуглуб* 疏浚
salvage: salvage спасательн* аварийно* 打捞
bunkering!: bunkering bunker бункер* 加油 
storage!: storage хранен* хранилищ* 储运 仓储 للتخزين
cold: cold холод* 冷 
refrigeration!: refrigeration refrigerated рефрижератор* 冷冻 
seafood: seafood морепродукт* 海产 海鲜 수산물
ginseng: ginseng женьшень 人参 인삼
herbal!: herbal medicine 药材
beer: beer пиво пивоварен* 啤酒 맥주
garment2: 服饰 服飾
leather: leather кожа кожевен* 皮革 가죽
toy: toy toys игрушк* 玩具
cotton: cotton хлопок хлопков* 棉 پنبه قطن
silk: silk шелк* шёлк* 丝绸 حرير ابریشم
carpet: carpet ковер ковров* 地毯 فرش سجاد
fertilizer: fertilizer fertilizers удобрен* 化肥 肥料 비료 کود اسمدة
phosphate: phosphate фосфат* 磷酸 فسفات فوسفات
salt: salt соль солян* 盐 소금 نمک ملح
zinc: zinc цинк* 锌 아연 روی 
lead: lead свинц* свинец 铅
nickel: nickel никель никелев* 镍
titanium: titanium титан титанов* 钛业 钛 티타늄
tungsten: tungsten вольфрам* 钨
rare: rare редк* редкоземел* 稀土 希土
magnesite: magnesite магнезит* 菱镁 마그네사이트
graphite: graphite графит* 石墨 흑연
carbonfiber: 碳纤维 碳纖維
composite: composite composites композит* 复合材料 مركبات کامپوزیت
alloy: alloy сплав* 合金 آلیاژ
valve: valve valves клапан* арматур* 阀门 شیر‌آلات
boiler: boiler котел котлов* котельн* 锅炉 
compressor: compressor компрессор* 压缩机 کمپرسور
transformer: transformer трансформатор* 变压器 ترانسفورماتور
tractor: tractor трактор* 拖拉机 تراکتور
truck: truck trucks грузовик* 卡车 کامیون
crane: crane кран кранов* 起重机 جرثقیل
elevator: elevator lift лифт* элеватор* 电梯 آسانسور
wagon: wagon railcar вагон* 车厢 واگن
locomotive: locomotive локомотив* тепловоз* 机车 
submarine: submarine подводн* 潜艇 زیردریایی
marineworks: 海洋工程
armor: armor armour брон* бронетан* 装甲 زرهی
artillery: artillery артиллер* 火炮 توپخانه
explosive: explosive explosives взрывчат* 炸药 مواد‌منفجره
cartridge: cartridge патронн*
mine2: шахтн*
radio: radio радиотех* радиозавод* радио 无线电 无线電 رادیو راديو
radioelectronics!: radioelectronics радиоэлектрон* радіоелектрон*
communications2!: связь связи
telemechanics: telemechanics телемехан*
acoustic: acoustic акустич* 声学
hydraulic: hydraulic гидравлич* 液压 هیدرولیک
hydrographic: hydrographic гидрограф*
cryptography: cryptography cryptographic криптограф* 密码
signal: signal сигнал* 信号
navigation: navigation навигац* 导航 ناوبری
vacuum: vacuum вакуум* 真空
plasma: plasma плазм* 等离子
isotope: isotope изотоп* 同位素
biotechnology!: biotechnology biotech биотехнолог* 生物科技 生物技术 زیست‌فناوری
veterinary: veterinary ветеринар* 兽医 دامپزشکی
epidemiology: epidemiology эпидемиолог* микробиолог*
`
