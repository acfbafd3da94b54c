/**
 * Words that lists translate rather than romanise, one concept a line: `concept: words of any language`. The concept's
 * name is its English word. `!` marks generic words, which say little about which organisation is meant. A word ending
 * in `*` is a stem: every ending of an inflected language follows it. Chinese is given in both writings where they
 * differ. Compiled by hand for Cordon from general knowledge of the languages, not from any list.
 */
export const lexicon = `
bank!: bank banka banco banque banca banki bankas pankki банк* bank بنك بانک بانك 银行 銀行 은행 ūnhaeng unhaeng eunhaeng ธนาคาร बैंक בנק բանկ ბანკი τραπεζα mصرف مصرف المصرف
trading!: trading trade traders tradings trader торгов* трейдинг* трэйдинг* handel handels comercio commerce commercial commerciale comercial kommer* коммерческ* tijarat tejarat bazargani 贸易 貿易 경贸 商贸 商貿 무역 muyok muyeok التجارة التجاريه تجارة تجارت تجاري تجارية بازرگانی بازرگاني تجارتی トレーディング 通商 商事 통상 상사 ticaret savdo гандл* торгівл* торгівел*
company2!: enterprise enterprises predpriyatie предприят* підприємств* прадпрыемств* empresa entreprise unternehmen 企业 企業 기업 kiop gieop 기업소 منشأة مؤسسات kombinat комбинат*
shipping!: shipping ship судоходн* судноплав* navigation navegacion navigazione schiffahrt reederei 航运 航運 海运 海運 船务 船務 해운 haeun haewoon 船舶 선박 الملاحة ملاحة الشحن شحن کشتیرانی كشتيراني keshtirani denizcilik 海運業 シッピング naviera armateur
maritime!: maritime marine морск* морськ* marin maritimo 海事 해양 해사 بحري بحرية البحرية دریایی دريايي
transport!: transport transportation transports транспорт* перевоз* transporte 运输 運輸 운수 운송 수송 النقل نقل حمل 物流运输 nakliyat tashish 運送
logistics!: logistics logistic логист* logistica logistik logistique lojistik 物流 물류 لوجستية اللوجستية لجستیک ロジスティクス
freight!: freight cargo forwarding груз* экспедиц* fracht 货运 貨運 货代 화물 karqo
construction!: construction constructions building builder build строит* строй* стройк* будівель* будівни* будаўні* bau construccion costruzioni construcao 建设 建設 建筑 建築 工程建设 건설 건축 konsol geonseol kensetsu البناء بناء الإنشاءات انشاءات للمقاولات مقاولات contracting ساختمان ساختمانی ساخت inşaat insaat შენებლობა
industry!: industry industries industrial industria industrie industriya industriel промышлен* промислов* прамысл* индустр* індустрі* 工业 工業 产业 產業 실업 산업 공업 kongop sanop saneop sanup الصناعة صناعة صناعات الصناعات الصناعية صنایع صنايع صنعتی صنعتي صنعت sanayi 実業 实业 實業 産業 インダストリー
plant: plant factory works zavod завод* фабрик* fabrika factoria usine werk fabrik zaklad 工厂 工廠 厂 廠 제작소 공장 kongjang gongjang مصنع المصنع کارخانه كارخانه 工場 製作所 jeongi
production!: production manufacturing manufacturer manufacture производ* производств* произв вироб* вытворч* produktion produccion produzione 制造 製造 生产 生產 제조 생산 تصنيع إنتاج انتاج تولید تولیدی توليد توليدي 制作 uretim üretim imalat
science!: science scientific sciences sci научн* наука науки науков* навуков* wissenschaft ciencia 科学 科學 과학 kwahak gwahak علوم علمی علمي العلوم العلمية علم
research!: research исследоват* исслед дослідн* досліджен* даследч* forschung investigacion recherche 研究 연구 yongu yeongu تحقيقات تحقیقات پژوهش پژوهشی پژوهشگاه البحوث بحوث بحث
institute!: institute institut instituto istituto институт* інститут* інстытут* 研究院 研究所 研究所 研究院 연구소 연구원 yonguso yeonguso معهد المعهد انستیتو موسسه مؤسسه موسسه پژوهشکده 学院 學院
center!: center centre centr центр* centro zentrum merkezi markaz 中心 센터 مركز المركز مرکز センター მართ ცენტრი קנטר merkaz מרכז
university!: university universitet universidad universite universita universitat университет* університет* ўніверсітэт* 大学 大學 대학 대학교 taehak daehak جامعة الجامعة دانشگاه universitesi
academy!: academy akademiya akademie academia academie академи* академі* akademia 科学院 科學院 아카데미 أكاديمية اكاديمية آکادمی
school!: school school* школ* escuela ecole schule 学校 學校 학교 مدرسة مدرسه
technology!: technology technologies technological tech technologie tecnologia tekhnologii technologii технолог* 科技 技术 技術 기술 kisul gisul تكنولوجيا التكنولوجيا التقنية تقنية فناوری فناوري فن‌آوری تکنولوژی テクノロジー teknoloji 테크 테크놀로지
technical!: technical technique tehnicheskiy tekhnicheskiy техническ* технічн* тэхнічн* tecnico technisch 기술적 فنی فني الفنية
engineering!: engineering engineers инжиниринг* инженер* інженер* ingenieria ingenieurbuero 工程 엔지니어링 مهندسی مهندسي الهندسية هندسة الهندسه muhendislik エンジニアリング
electronics!: electronics electronic elektronika elektronik электрон* електрон* электро электронн* 电子 電子 전자 jonja jeonja الكترونيات الإلكترونية الکترونیک الكترونيك elektronische
electric: electric electrical electricity электрическ* электроэнерг* energiya elektro 电气 電氣 電気 전기 الكهرباء برق 电力 電力 전력
machine!: machinery machine machines machinebuilding машиностроит* машиностроен* машинобуд* maschinen maschinenbau maquinaria 机械 機械 기계 kigye gigye ماشین ماشين ماشین‌سازی آلات makine
tool: tool tools instrument instruments инструмент* інструмент* 工具 공구 أدوات ابزار
equipment!: equipment оборудован* обладнан* ausrustung equipo equipement 设备 設備 装备 裝備 설비 장비 solbi معدات تجهیزات تجهيزات ekipman
chemical!: chemical chemicals chemistry химическ* хим химия хімічн* chemie chemische quimica chimie 化工 化学 化學 화학 hwahak الكيماوية كيماويات شیمی شیمیایی شيميايي kimya ケミカル
petrochemical!: petrochemical petrochemicals нефтехим* нафтохім* petroquimica 石化 石油化工 석유화학 پتروشیمی پتروشيمي البتروكيماويات petrokimya
oil!: oil нефт* нафт* petrol petroleum petroleo petrole erdol نفت نفط النفط النفطية البترول بترول 石油 油 석유 sogyu 원유 オイル yağ 油品
gas!: gas газ* gaz gaza غاز الغاز گاز 天然气 燃气 가스 ガス
energy!: energy energo energia energie energetic энерг* енерг* 能源 에너지 الطاقة طاقة انرژی انرژي enerji エネルギー
fuel: fuel fuels топлив* палив* 燃料 연료 وقود سوخت yakit
refinery: refinery refining нпз нефтеперераб* 炼油 精炼 정유 مصفاة پالایش پالایشگاه rafineri
nuclear: nuclear atomic ядерн* атомн* 核 原子能 핵 원자력 نووية نووی هسته‌ای هسته اتمی اتمي nukleer
mining!: mining mine mines mineral minerals горн* горнодоб* рудник* шахт* гірнич* mineria miniere bergbau 矿业 礦業 矿山 광업 광산 kwangop معدن معادن معدنی التعدين maden madencilik
coal: coal уголь* угольн* вугіль* kohle carbon 煤炭 煤 석탄 soktan فحم زغال
gold: gold золот* oro 黄金 金矿 금광 ذهب الذهب طلا طلای altin
metal!: metal metals металл* метал* metall 金属 金屬 금속 kumsok geumsok معدن‌فلز فلزات فلز metalurji
metallurgy!: metallurgy metallurgical metallurgic металлург* металург* siderurgica 冶金 야금 
steel: steel сталь* стальн* stahl acero acier 钢铁 鋼鐵 钢 강철 제강 kangchol فولاد الصلب celik demir
iron: iron железн* ferro 铁 철 حديد آهن
aluminium: aluminium aluminum алюмини* алюміні* 铝业 铝 알루미늄 آلومینیوم آلومينيوم ألومنيوم
copper: copper медь медн* 铜 구리 مس نحاس
cement: cement цемент* cemento 水泥 시멘트 سیمان اسمنت أسمنت
textile: textile textiles текстил* ткацк* 纺织 紡織 방직 섬유 نساجی نسيج منسوجات tekstil
clothing: clothing garment garments apparel швейн* одежд* 服装 服裝 피복 의류 ملابس پوشاک
food!: food foods продовольств* продукты пищев* alimentos lebensmittel aliment 食品 식품 식료 siknyo غذائية الغذائية مواد‌غذائية غذایی گیدا gida フード
agriculture!: agriculture agricultural agro сельскохозяйств* сельхоз* агро* сільськогоспод* agricola 农业 農業 농업 nongop زراعة الزراعة الزراعية کشاورزی كشاورزي tarim
fishery: fishery fisheries fishing рыбн* рыболов* рибн* pesca 渔业 漁業 水产 水產 수산 susan صيد شیلات
forestry: forestry forest лесн* лесо* лісов* 林业 林業 임업 جنگل
wood: wood timber древесин* деревообраб* 木业 木材 목재 چوب خشب
paper: paper бумаг* бумажн* 纸业 造纸 제지 کاغذ ورق
medical!: medical medicine медицин* 医疗 醫療 医学 의료 의학 طبية الطبية طبی پزشکی پزشكي tibbi メディカル
pharmaceutical!: pharmaceutical pharmaceuticals pharma pharmacy фармац* фарм 药业 制药 製藥 제약 الأدوية ادوية دارو دارویی داروسازی ilac
hospital: hospital больниц* госпитал* 医院 醫院 병원 مستشفى بیمارستان
health: health здравоохран* 健康 保健 보건 صحة الصحة بهداشت سلامت
insurance!: insurance страхов* страхав* seguros assurance versicherung 保险 保險 보험 pohom boheom تأمين التأمين بیمه بيمه sigorta
finance!: finance financial finances финанс* фінанс* finanzas finanz 金融 财务 財務 금융 kumyung geumyung المالية مالية مالی مالي finansal فایننس
investment!: investment investments invest investing investition инвест* інвест* inversion inversiones investissement 投资 投資 투자 tuja الاستثمار استثمار للاستثمار استثمارات سرمایه‌گذاری سرمایه سرمايه گذاری گذاري yatirim インベストメント
capital!: capital капитал* капітал* kapital 资本 資本 자본 سرمایه‌ای كابيتال کاپیتال sermaye
asset!: asset assets management актив* 资产 資產 자산
credit!: credit кредит* credito 信贷 信用 신용 sinyong ائتمان اعتبار اعتباری
exchange!: exchange exchangers обмен* обменник* биржа* бирж* bourse bolsa 交易所 交易 거래소 환전 صرافة الصرافة للصرافة صرافی صرافي بورس borsa döviz
money: money remittance денежн* 汇款 송금 حوالة تحويلات
audit: audit аудит* 审计 감사 تدقيق حسابرسی
development!: development развит* розвит* разработ* разработк* desarrollo developpement entwicklung 发展 發展 开发 開發 개발 발전 kaebal gaebal paljon التنمية تنمية تطوير توسعه توسعة kalkinma gelistirme ディベロップメント
design: design дизайн* проектн* проект* конструктор* конструкторск* 设计 設計 설계 تصميم طراحی dizayn
bureau!: bureau бюро buro 局 总局 국 طراحی‌دفتر
designbureau: okb окб скб кб skb
general!: general generale генеральн* всеобщ* algemeine 综合 總 总 총 chong عام العام العامة عمومی عمومي genel 総合 общий общая общее
generalbureau: 총국 总局 總局 chongguk главное‌управление
department!: department otdel управлен* департамент* отдел* отделен* departamento direccion 部 部门 부서 إدارة الإدارة قسم اداره سازمان‌اداری daire 부
ministry!: ministry минист* міністэрств* міністерств* ministerio ministere ministerium 省 部委 성 وزارة وزارت bakanligi
office!: office офис* контора bureau‌office 办公室 辦公室 办事处 사무소 사무국 مكتب المكتب دفتر ofis
commerce!: 工商 상공 商工
agency!: agency агент* агентств* агенція agencia agence agentur 代理 机构 通讯社 대리점 에이전시 وكالة الوكالة وكالات آژانس نمایندگی ajans
committee!: committee comite комитет* комітет* камітэт* 委员会 委員會 위원회 wiwonhoe لجنة اللجنة کمیته كميته komite
commission!: commission комисси* комісі* comision هيئة مفوضية کمیسیون
council!: council совет* рада rada consejo conseil rat 理事会 议会 평의회 이사회 مجلس المجلس شورای شورا şura konsey
association!: association assoc ассоциац* асоціац* объедин* об'єднан* аб'яднан* asociacion verband union‌assoc 协会 協會 联合会 협회 연합회 hyophoe hyeophoe جمعية الجمعية رابطة انجمن dernegi 協会
union!: union unions союз* спілк* союза sindicato 联盟 工会 동맹 조합 연맹 اتحاد الاتحاد اتحادیه birlik
society!: society общество суспільств* sociedad societe gesellschaft 社团 社会 학회 مجتمع جامعه
organization!: organization organisation организац* організац* арганізац* organizacion 组织 組織 기구 조직 منظمة المنظمة تنظيم سازمان orgut örgütü teskilat
party: party партия партии партія partido 党 黨 당 حزب الحزب partisi
movement: movement движен* рух движение movimiento 运动 運動 운동 حركة الحركة جنبش hareket harakat harakah
front: front фронт* frente 战线 전선 جبهة الجبهة جبهه cephe jabhat jabha
army: army арм* войск* військ* ejercito armee 军队 陸軍 陆军 군대 인민군 جيش الجيش ارتش ordu jaish jaysh lashkar لشکر لشكر
force: force forces сил* силы fuerza fuerzas 部队 力量 부대 القوات قوات قوة نیروی نيروي نیرو نيرو kuvvetleri
guard: guard guards гвард* охран* гвардия 警卫 경비 حرس الحرس پاسداران سپاه gardi sepah
revolutionary: revolutionary revolution революц* революцион* 革命 혁명 الثوري ثورة الثورة انقلاب انقلابی
military: military военн* военно війсков* ваенн* militar militaire 军事 軍事 군사 kunsa gunsa عسكري العسكرية نظامی نظامي askeri
defense: defense defence оборон* оборонпром defensa verteidigung 国防 國防 防务 국방 방위 kukbang gukbang الدفاع دفاع دفاعی دفاعي savunma
security!: security securite безопас* безпек* бяспек* sicherheit seguridad 安全 保安 보안 안전 الأمن امن أمنية امنیت امنیتی amniyat guvenlik
intelligence: intelligence разведк* разведыват* розвідк* 情报 情報 정보 المخابرات استخبارات اطلاعات istihbarat
reconnaissance: reconnaissance разведывательн* 侦察 정찰 chongchal jeongchal استطلاع شناسایی
police: police полиц* міліц* милиц* policia polizei 公安 警察 경찰 شرطة الشرطة پلیس پليس polis
space: space космос* космическ* косміч* espacial 航天 宇航 우주 فضاء فضایی فضا uzay
aerospace: aerospace аэрокосмич* aeroespacial 航空航天 항공우주 هوافضا هوافضای هوا‌فضا
aviation: aviation aviatsiya авиа* авіа* авиационн* aviacion luftfahrt 航空 항공 hanggong الطيران طيران هواپیمایی هواپيمايي havacilik エアライン
aircraft: aircraft airplane самолет* літак* вертолет* 飞机 飛機 항공기 طائرات هواپیما هواپيما هواپیماسازی ucak
airline: airline airlines airways авиалин* авиакомпан* авіаліні* авіакомпан* aerolineas lineas‌aereas 航空公司 항공사 خطوط الخطوط havayollari ايرلاينز ایرلاین
airport: airport аэропорт* аеропорт* аэрапорт* aeropuerto 机场 機場 空港 공항 مطار المطار فرودگاه
helicopter: helicopter вертолёт* вертолетн* 直升机 헬기 بالگرد
missile: missile missiles rocket ракет* 导弹 火箭 미사일 로켓 صواريخ موشک موشکی fuze
weapon: weapon weapons arms armament оружейн* оружи* вооруж* озброєн* 武器 兵器 军工 무기 병기 أسلحة سلاح تسلیحات جنگ‌افزار silah
ammunition: ammunition патрон* боеприпас* 弹药 탄약 ذخيرة مهمات
automobile: automobile automotive auto motor motors авто* автомобил* 汽车 汽車 자동차 chadongcha jadongcha السيارات سيارات خودرو خودروسازی otomotiv モータース モーター
railway: railway railways rail железнодорож* ржд залізн* чыгуначн* 铁路 鐵路 철도 السكك سكك راه‌آهن راه آهن demiryolu
port: port ports порт* puerto hafen 港口 港务 港 항 항만 ميناء الميناء موانئ بندر بنادر liman
shipyard: shipyard shipbuilding судостроит* судноверф* верфь* верф* судоремонт* 造船 船厂 船廠 조선소 조선‌공업 بناء‌السفن کشتی‌سازی tersane 造船所
fleet: fleet флот* flota 船队 舰队 함대 선단 أسطول ناوگان filo
tanker!: tanker tankers танкер* 油轮 유조선 ناقلة نفتکش
crew: crew crewing крюинг* 船员 선원
communication!: communication communications telecom telecommunications telecommunication связь* связи телеком* телекоммуник* зв'яз* comunicaciones 通信 通讯 通訊 电信 電信 통신 tongsin الاتصالات اتصالات ارتباطات مخابرات iletisim テレコム
information!: information info информ* информационн* інформ* informacion 信息 資訊 资讯 정보기술 chongbo jeongbo المعلومات معلومات اطلاع رسانی bilgi bilisim
computer!: computer computing компьютер* комп'ютер* вычислит* 计算机 計算機 컴퓨터 حاسوب کامپیوتر رایانه bilgisayar コンピュータ 电脑
software!: software soft программн* софт* 软件 軟件 軟體 소프트웨어 برمجيات نرم‌افزار yazilim ソフトウェア 소프트
network!: network networks net сеть сети мережа 网络 網絡 网 네트워크 شبكة الشبكة شبکه ag‌network ネットワーク
digital!: digital цифр* 数字 數碼 数码 디지털 الرقمية دیجیتال dijital デジタル
data!: data данных дата 数据 數據 데이터 بيانات داده veri
internet: internet интернет* 互联网 互聯網 인터넷 إنترنت اینترنت インターネット
cyber: cyber кибер* 网络空间 사이버 سيبراني سایبری سايبري
media!: media медиа медіа medien 传媒 傳媒 媒体 미디어 إعلام الإعلام الإعلامية رسانه رسانه‌ای medya メディア
news: news новост* вести новин* noticias 新闻 新聞 뉴스 أخبار الأخبار خبر خبری خبرگزاری haber
broadcasting: broadcasting broadcast radio телерадио* радио* вещан* 广播 廣播 방송 إذاعة صدا سیما سيما الإذاعة
television: television tv телевид* телеканал* 电视 電視 텔레비전 تلفزيون تلویزیون televizyon تلويزيون قناة channel канал*
publishing: publishing publisher издатель* видавн* 出版 출판 نشر انتشارات yayin
printing: printing типограф* полиграф* 印刷 인쇄 چاپ طباعة
advertising: advertising реклам* 广告 廣告 광고 إعلان تبلیغات reklam
culture: culture cultural культур* cultura 文化 문화 munhwa ثقافة الثقافية فرهنگ فرهنگی kultur
art: art arts искусств* мистецтв* 艺术 藝術 美术 예술 미술 fن هنر
education!: education educational образован* освіт* адукац* educacion 教育 교육 تعليم آموزش آموزشی egitim
sport: sport sports спорт* 体育 體育 스포츠 체육 رياضة ورزش ورزشی spor
youth: youth молод* молодеж* молодёж* 青年 청년 شباب الشباب جوانان
women: women woman женск* жіноч* 妇女 여성 نساء زنان
labor: labor labour worker workers трудов* робітн* 劳动 勞動 劳务 노동 로동 로동자 العمال کار كار کارگر isci
people: people peoples народн* narodna народу popular 人民 인민 inmin شعب الشعب الشعبي مردم خلق xalq halk
republic: republic республик* республік* republica 共和国 共和國 공화국 جمهورية الجمهورية جمهوری جمهوري cumhuriyeti
democratic: democratic демократ* democratica 民主 민주 민주주의 ديمقراطية الديمقراطية دموکراتیک
national!: national nacional nationale националь* національн* нацыянальн* narodnyy 国家 國家 民族 국가 국립 وطني الوطنية الوطني قومي ملی ملي milli ulusal
state!: state gosudarstvennyy государствен* госуд державн* дзяржаўн* estatal staatlich 国有 國營 국영 حكومي دولتی دولت devlet
federal!: federal федеральн* федерал* 联邦 聯邦 연방 الفيدرالية فدرال
central!: central центральн* 中央 중앙 chungang jungang المركزي مركزي مرکزی مركزي merkez
regional!: regional region регион* регіон* обласн* областн* 地区 區域 지역 منطقه‌ای bolge
district!: district район* 区 地區 구역 منطقة منطقه
city!: city municipal муницип* город* городск* міськ* 市 城市 市政 시 도시 مدينة شهر شهرداری belediye sehir
international!: international intl int'l internacional internationale mezhdunarodnyy международн* міжнародн* міжнародная интернешнл интернэшнл інтернешнл 国际 國際 국제 kukje gukje kukche دولي دولية الدولية العالمية بین‌المللی بین المللی بين المللي uluslararasi インターナショナル 인터내셔널 انترناشيونال إنترناشيونال انترناشونال إنترناشونال اینترنشنال
global!: global глобал* глобальн* 环球 環球 全球 글로벌 جلوبال غلوبال العالمي جهانی جهاني küresel グローバル عالمي
world: world мир‌всемирн* всемирн* світов* 世界 세계 العالم جهان dunya ワールド
foreign!: foreign внешн* зовнішн* зарубежн* exterior 对外 對外 外国 대외 외국 taeoe الخارجية خارجی خارجي dis
export!: export exports экспорт* експорт* exportacion 出口 輸出 수출 تصدير صادرات صادراتی ihracat
import!: import imports импорт* імпорт* importacion 进口 進口 輸入 수입 استيراد واردات ithalat
importexport!: 进出口 進出口 수출입 внешторг* внешэконом*
economic!: economic economy экономич* економіч* эканам* economico 经济 經濟 경제 kyongje gyeongje اقتصادية الاقتصادية اقتصادی اقتصادي ekonomik
cooperation!: cooperation сотруднич* співробітн* cooperacion 合作 협력 تعاون همکاری isbirligi
service!: service services servis сервис* услуг* послуг* servicios dienst 服务 服務 서비스 봉사 خدمات الخدمات خدماتی hizmet hizmetleri サービス
consulting!: consulting consultancy consultants консалт* консульт* 咨询 諮詢 顾问 컨설팅 استشارات مشاوره مشاور danismanlik コンサルティング
management!: management менедж* управляющ* керуюч* gestion verwaltung 管理 관리 kwalli المدير مدیریت مديريت yonetim マネジメント
marketing: marketing маркетинг* 营销 마케팅 تسويق بازاریابی
sales!: sales sale sbyt сбыт* продаж* 销售 판매 مبيعات فروش satis 販売
supply!: supply supplies снабжен* поставк* постач* 供应 供應 供应链 공급 توريد توريدات تامین تأمین تدارکات tedarik
store!: store shop market маркет* магазин* торговыйдом 商店 商场 상점 백화점 متجر فروشگاه سوق بازار magaza ストア
house!: house дом дім будинок haus casa 之家 집 بيت دار خانه ev
tradehouse: torgovyydom 商行
warehouse: warehouse storage склад* 仓储 倉庫 창고 مخازن مستودع انبار depo
hotel: hotel отель* гостиниц* готель* 酒店 饭店 宾馆 호텔 فندق هتل otel ホテル
restaurant: restaurant ресторан* 餐厅 饭馆 식당 مطعم رستوران レストラン
travel: travel tour tourism tours турист* туризм* тур 旅游 旅遊 旅行 旅行社 여행 관광 سياحة سفر گردشگری turizm ツアー
real: realestate недвижим* нерухом* 房地产 地产 房地產 不动产 부동산 عقارات عقار املاک مستغلات emlak gayrimenkul 不動産
property!: property properties имуществ* 物业 物業 재산
home: home жилищ* жилье 家居 주택 سكن مسکن konut
interior: interior интерьер* 装饰 裝飾 인테리어 دکوراسیون
furniture: furniture мебель* меблі* 家具 가구 أثاث مبلمان mobilya
plastic: plastic plastics пластик* пластмас* 塑料 塑胶 플라스틱 بلاستيك پلاستیک plastik
rubber: rubber резин* каучук* 橡胶 고무 مطاط لاستیک لاستيك
glass: glass стекл* скло 玻璃 유리 زجاج شیشه cam
stone: stone камен* камнеоб* 石材 석재 حجر سنگ
water: water вод* водн* 水务 수도 مياه الماء آب su
environment: environment environmental эколог* екологі* 环保 環保 环境 환경 بيئة محیط
material!: material materials материал* матеріал* 材料 자재 소재 مواد المواد malzeme マテリアル
product!: product products продукт* продукц* produkt 产品 產品 제품 منتجات محصولات فرآورده urun
precision: precision прецизион* точн* точного 精密 정밀 دقیق
optical: optical optics опти* оптико* 光学 光學 광학 بصريات اپتیک نوری optik
laser: laser лазер* 激光 레이저 ليزر لیزر
radar: radar радиолокац* радар* 雷达 레이더 رادار
semiconductor: semiconductor полупровод* микроэлектр* 半导体 半導體 반도체 نیمه‌هادی
chip: microchip микросхем* 芯片 集成电路
automation: automation автоматиз* автоматик* 自动化 自動化 자동화 اتوماسیون otomasyon
control: control контрол* контрольно 控制 통제 제어 كنترل کنترل سيطرة رقابة
measurement: measurement измерит* вимірюв* 计量 测量 측정 اندازه‌گیری
laboratory!: laboratory laboratories lab labs лаборатор* 实验室 實驗室 실험실 مختبر آزمایشگاه
test: testing испытат* 测试 시험 اختبار آزمون
robot: robot robotics робот* 机器人 로봇 ربات
drone: drone drones uav беспилот* бпла 无人机 無人機 무인기 드론 طائرات‌مسيرة پهپاد
innovation!: innovation innovative innovations инновац* інновац* 创新 創新 혁신 ابتكار نوآوری inovasyon イノベーション
system!: system systems системa систем* sistema sistemas sistem 系统 系統 시스템 체계 نظم أنظمة سیستم سيستم سامانه システム
solution!: solution solutions решен* решения 解决方案 솔루션 حلول راهکار cozum ソリューションズ
project!: project projects проекты proyecto 项目 項目 사업 프로젝트 مشروع مشاريع پروژه پروژه‌های proje プロジェクト
work!: work работа роботи arbeit 作业 작업 عمل
complex!: complex комплекс* komplex 综合体 연합기업소 종합 مجمع المجمع مجتمع‌صنعتی kompleks
base: base база* базов* 基地 기지 قاعدة پایگاه
branch!: branch филиал* філі* 分公司 分行 支行 지점 지사 فرع شعبه sube
head!: headquarters главн* головн* 本部 总部 본부 المقر ستاد genelmerkez
unit!: unit единиц* отряд* 部队单位 단위 وحدة یگان واحد
team!: team команда* 队 팀 فريق تیم takim チーム
brigade: brigade бригад* 旅 여단 كتائب كتيبة لواء تیپ تيپ گردان tugay brigades katibat
division: division дивизи* 师 사단 فرقة لشکر‌نظامی
regiment: regiment полк* 团 연대 فوج
battalion: battalion батальон* 营 대대 کتيبة tabur
liberation: liberation освобожд* визволен* 解放 해방 تحرير التحرير آزادی آزادیبخش
freedom: freedom свобод* 自由 자유 حرية
resistance: resistance сопротивл* 抵抗 저항 المقاومة مقاومة مقاومت direniş
islamic: islamic islam исламск* ислам* 伊斯兰 이슬람 إسلامي الإسلامية الإسلامي الاسلاميه اسلامی اسلامي islami イスラム
charity!: charity charitable relief благотвор* 慈善 자선 خيرية الخيرية خیریه إغاثة hayir
humanitarian: humanitarian гуманитар* 人道 인도주의 إنسانية انسانی
welfare: welfare 福利 복지 رفاه رعاية
aid: aid помощ* допомог* 援助 원조 کمک امداد مساعدة yardim
peace: peace мир мира миру 和平 평화 pyonghwa سلام صلح السلام baris
friendship: friendship дружб* дружба 友谊 友誼 친선 우호 صداقة دوستی
unity: unity единств* едность 统一 統一 통일 وحدت الوحدة birlik‌unity
victory: victory побед* перемог* 胜利 勝利 승리 sungri النصر پیروزی zafer
star: star звезд* звёзд* зірк* 明星 星 별 نجمة النجمة ستاره yildiz スター
sun: sun солнц* 太阳 태양 شمس الشمس خورشید gunes
moon: moon лун* 月亮 달 قمر ماه
sea: sea море моря mar 海 바다 بحر البحر دریا دريا deniz シー
ocean: ocean океан* 大洋 海洋 대양 محيط المحيط اقیانوس okyanus オーシャン
river: river рек* ріка річк* 江 河 강 نهر رود nehir
mountain: mountain гора горы 山 산 جبل کوه dag
island: island острів* остров* 岛 島 섬 جزيرة جزیره ada
lake: lake озер* 湖 호수 بحيرة دریاچه
north: north nord северн* север* північн* 北方 北 북 북부 شمال شمالی kuzey
south: south юг южн* півден* 南方 南 남 남부 جنوب الجنوب جنوبی guney
east: east ost восток* восточн* схід* східн* 东方 東方 东 東 동 동방 شرق الشرق شرقی dogu
west: west запад* западн* захід* західн* 西方 西 서 서부 غرب الغرب غربی bati
middle: middle средн* 中部 중동 الأوسط میانه خاورمیانه
pacific: pacific тихоокеан* 太平洋 태평양 الهادي パシフィック
asia: asia азия азии азиатск* 亚洲 亞洲 亚 아시아 آسيا آسیا asya アジア
europe: europe euro european европ* європ* 欧洲 歐洲 유럽 أوروبا اروپا avrupa ヨーロッパ
africa: africa африк* 非洲 아프리카 أفريقيا آفریقا
america: america american америк* 美洲 美国 미국 아메리카 أمريكا آمریکا amerika アメリカ
russia: russia russian росси* рос росій* расій* rossiya rossii rossiyskaya russland rusia 俄罗斯 俄羅斯 러시아 روسيا روسیه rusya ロシア
ukraine: ukraine ukrainian украин* украïн* україн* 乌克兰 우크라이나 أوكرانيا اوکراین
belarus: belarus belarusian белорус* беларус* білорус* 白俄罗斯 벨라루스 بيلاروسيا بلاروس
moscow: moscow moskva moskovskiy москв* московск* москов* 莫斯科 모스크바 موسكو مسکو
petersburg: petersburg петербург* 圣彼得堡
siberia: siberia сибир* 西伯利亚 시베리아
ural: ural урал* 乌拉尔
crimea: crimea крым* крим* 克里米亚
china: china chinese китай* zhongguo 中国 中國 中华 中華 중국 중화 chungguk الصين چین چين cin
hongkong: hongkong 香港 홍콩 гонконг* هونغ‌كونغ
taiwan: taiwan 台湾 臺灣 대만 тайван*
macau: macau macao 澳门 澳門 마카오
beijing: beijing peking 北京 베이징 북경 пекин* بكين پکن
shanghai: shanghai 上海 상하이 상해 шанхай* شانگهای
shenzhen: shenzhen 深圳 선전 шэньчжэнь
dalian: dalian 大连 大連 대련 далянь
dandong: dandong 丹东 丹東 단동
shenyang: shenyang 沈阳 瀋陽 심양
korea: korea korean korejsk* корей* chosun choson joseon 朝鲜 朝鮮 조선 한국 고려 koryo goryeo 韩国 韓國 كوريا کره koryo
pyongyang: pyongyang phyongyang pyeongyang 平壤 평양 пхеньян*
japan: japan japanese япон* 日本 일본 اليابان ژاپن nippon nihon
vietnam: vietnam вьетнам* 越南 베트남 월남
singapore: singapore сингапур* 新加坡 싱가포르 سنغافورة
malaysia: malaysia малайз* 马来西亚 말레이시아 ماليزيا
mongolia: mongolia монгол* 蒙古 몽골
iran: iran iranian иран* 伊朗 이란 إيران ایران ايران
iraq: iraq iraqi ирак* 伊拉克 이라크 العراق عراق عراقي
syria: syria syrian сири* 叙利亚 시리아 سوريا السورية سوریه سورية
lebanon: lebanon lebanese ливан* 黎巴嫩 لبنان اللبنانية
palestine: palestine palestinian палестин* 巴勒斯坦 فلسطين فلسطین
yemen: yemen yemeni йемен* 也门 اليمن یمن
libya: libya libyan ливи* 利比亚 ليبيا لیبی
egypt: egypt egyptian египет* 埃及 مصر المصرية
saudi: saudi 沙特 السعودية سعودی
kuwait: kuwait кувейт* 科威特 الكويت کویت
qatar: qatar катар* 卡塔尔 قطر
emirates: emirates uae оаэ эмират* 阿联酋 الإمارات امارات
dubai: dubai дубай* 迪拜 두바이 دبي دبی
turkey: turkey turkish турци* турец* 土耳其 터키 تركيا ترکیه turkiye
tehran: tehran teheran тегеран* 德黑兰 طهران تهران
pakistan: pakistan пакистан* 巴基斯坦 باكستان پاکستان
afghanistan: afghanistan afghan афган* 阿富汗 أفغانستان افغانستان
india: india indian индия индийск* 印度 인도 الهند هند
kazakhstan: kazakhstan казахстан* 哈萨克斯坦
germany: germany german герман* немецк* 德国 독일 ألمانيا آلمان deutschland deutsche
britain: britain british британ* 英国 영국 بريطانيا انگلیس
france: france french франц* 法国 프랑스 فرنسا فرانسه
new: new нов* 新 새 جديد الجديدة جدید نوین yeni ニュー
great: great grand велик* 大型 위대한 كبير بزرگ buyuk グレート
united: united соедин* объединенн* об'єднан* 联合 聯合 연합 المتحدة متحد متحده birlesik ユナイテッド
joint: joint совместн* сумесн* спільн* 合营 합영 합작 مشترك مشترک
first: первый первая первое перш* 第一 제일 الأول الاولى اول
golden: golden золотой 金色 황금 ذهبي طلایی altın ゴールデン
silver: silver серебр* 银色 은색 فضة نقره
red: red красн* червон* 红色 붉은 أحمر سرخ kizil
black: black черн* чорн* 黑色 검은 أسود سیاه kara
white: white бел* 白色 흰 أبيض سفید ak
green: green зелен* 绿色 초록 أخضر سبز yesil
blue: blue синий синяя голуб* 蓝色 푸른 أزرق آبی mavi ブルー
tiger: tiger тигр* 老虎 호랑이 
dragon: dragon дракон* 龙 龍 용 تنين اژدها
eagle: eagle орел* орёл* 鹰 독수리 نسر عقاب
lion: lion лев львов* 狮子 사자 أسد شیر
prison: prison тюрьм* колони* 监狱 監獄 교화소 سجن زندان
court: court суд* судов* 法院 재판소 محكمة دادگاه mahkeme
law: law legal юридич* право* 法律 법률 قانون حقوقی hukuk
prosecutor: prosecutor прокур* 检察 검찰 دادستانی
customs: customs тамож* митн* мытн* 海关 세관 جمارك گمرک gumruk
tax: tax налог* податк* 税务 세무 ضرائب مالیات vergi
election: election избират* выборч* 选举 선거 انتخابات
embassy: embassy посольств* 大使馆 대사관 سفارة سفارت
province: province провинц* 省份 도청 استان محافظة
museum: museum музе* 博物馆 박물관 متحف موزه
library: library библиот* 图书馆 도서관 كتابخانه مكتبة
theater: theater theatre театр* 剧院 극장 مسرح
film: film фильм* кино* 电影 영화 فيلم
game: game games игр* 游戏 게임 لعبة بازی
lottery: lottery casino казино* 彩票 카지노 کازینو
club: club клуб* 俱乐部 클럽 نادي باشگاه kulub
farm: farm ферм* 农场 농장 مزرعة مزرعه ciftlik
animal: animal животн* 动物 동물 حيوان دام
seed: seed семен* 种子 종자 بذر
flour: flour мук* хлеб* 面粉 밀가루 آرد
tea: tea чай* 茶 차 شاي چای
tobacco: tobacco табач* табак* 烟草 담배 연초 تبغ دخانیات tutun
alcohol: alcohol wine spirt спирт* винодел* 酒业 주류
diamond: diamond алмаз* діамант* 钻石 다이아몬드 ألماس الماس
jewelry: jewelry jewellery ювелир* 珠宝 보석 مجوهرات جواهر
pipe: pipe pipeline труб* трубопровод* 管道 파이프 أنابيب لوله
pump: pump насос* 泵 펌프 مضخات پمپ
bearing: bearing подшипник* 轴承 베어링
engine: engine двигател* моторостроит* 发动机 엔진 محرك موتور
turbine: turbine турбин* 涡轮 터빈 توربین
cable: cable кабел* 电缆 케이블 كابل کابل
battery: battery аккумулятор* 电池 배터리 باتری
light: light свет* 照明 조명 إضاءة نور
wind: wind ветер* ветро* 风电 풍력
solar: solar солнечн* 太阳能
heat: heating теплов* тепло* 供热 난방
road: road дорож* дорог* 公路 道路 도로 طريق راه yol
bridge: bridge мост* мосты 桥 교량 جسر پل
tunnel: tunnel тоннел* туннел* 隧道 터널 نفق
repair: repair ремонт* 修理 수리 إصلاح تعمیر تعميرات
maintenance: maintenance обслужив* 维修 维护 정비 صيانة نگهداری
rental: rental rent leasing лизинг* аренд* лізинг* 租赁 租賃 리스 임대 تأجير لیزینگ ليزينگ kiralama
expert: expert эксперт* 专家 전문가
special: special специальн* спец* спеціальн* 特种 特殊 特别 특별 특수 خاص ویژه ozel
private!: private частн* приватн* 私营 사립 خاصة خصوصی
public!: public публичн* 公共 공공 عمومية
modern: modern modern* современ* 现代 現代 현대 حديثة مدرن 
future: future будущ* 未来 미래 مستقبل آینده gelecek
progress: progress прогресс* 进步 진보 تقدم پیشرفت
success: success успех* 成功 성공 نجاح موفق
hope: hope надежд* 希望 희망 أمل امید umut
light2: svetoch прожектор*
foreigntrade: внешнеторг* 对外贸易 대외무역 
sun2: solnechnyy
arab: arab arabian араб* 阿拉伯 아랍 العربية عربي عرب عربی
gulf: gulf залив* 海湾 걸프 الخليج خليج خلیج
crescent: crescent полумес* 新月 هلال الهلال
cross: cross крест* 十字 십자 صليب صلیب
martyr: martyr martyrs мучен* 烈士 شهيد شهداء شهید الشهداء
leader: leader лидер* 领袖 지도자 رهبری رهبر قائد
imam: 伊玛目 امام
propaganda: propaganda пропаганд* 宣传 선전 تبلیغات‌سیاسی
planning: planning планиров* план* 规划 計劃 계획 تخطيط برنامه‌ریزی برنامه
strategy: strategy strategic стратег* 战略 전략 استراتيجية راهبردی استراتژیک
study: studies study исследования 学习 학습 دراسات مطالعات
physics: physics физик* физическ* фізик* 物理 물리 فیزیک فيزياء
mathematics: mathematics математ* 数学 수학 ریاضی
biology: biology biological биолог* біолог* 生物 생물 بیولوژیک زیستی
geology: geology geological геолог* геологоразвед* 地质 地質 지질 زمین‌شناسی
weather: weather hydro гидро* гідро* метео* 气象 기상 هواشناسی
internal: internal interior внутренн* внутрішн* 内部 내무 الداخلية داخلی داخلي
natural: natural природн* 自然 天然 자연 طبيعية طبیعی
civil: civil гражданск* цивільн* 民用 民航 민간 مدني مدنی
support: support поддержк* підтрим* 支持 지원 دعم پشتیبانی
infrastructure: infrastructure инфраструктур* 基础设施 인프라 البنية زيرساخت زیرساخت
intellectual: intellectual интеллектуальн* 智能 지능 هوشمند smart
children: children kids детск* детей дети 儿童 아동 어린이 اطفال کودکان
order: order орден* ордена 勋章 훈장
drilling: drilling бурен* буров* 钻井 시추 حفاری حفاري حفر
payment: payment payments платеж* платіж* 支付 결제 پرداخت الدفع
station: station станци* 站 车站 역 محطة ایستگاه
recreation: recreation recreational entertainment развлек* 娱乐 오락 ترفيه تفریحی تفريحي
satellite: satellite satellites спутник* 卫星 衛星 위성 ماهواره قمر‌صناعي
resource: resource resources ресурс* 资源 資源 자원 موارد منابع
heavy: heavy тяжел* 重工 重 중 سنگین ثقيل
power: power силов* 动力 동력 قدرت
packaging: packaging package упаков* 包装 포장 بسته‌بندی تغليف
named: named name имени ім'я імені
scientificindustrial: 科工 
newmaterial: 新材料
automotive2: автокомпонент*
combined: комбинирован*
cartoon: cartoon animation анимац* 动画 애니메이션
cultural: 文化传播
charter: charter chartering фрахт* 租船 용선
import2: 进口
agricultural2: 农产品
property2: имущественн*
electron: microelectronics микроэлектрон* 微电子 
geophysics: geophysics geophysical геофизич* 地球物理
criminal: criminal forensic criminalistics криминалист* уголовн* 刑事 형사 جنائي
unique: unique уникальн* 独特 유니크
distribution: distribution distributor дистриб* 分销 배급 유통 توزیع توزيع
representative: representative representation представитель* 代表 대표 نمایندگی
company3: контора
holdingco: холдинга холдинговая
`
