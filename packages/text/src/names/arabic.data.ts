/**
 * Names in Arabic script (Arabic, Persian, Urdu, Kurdish, Pashto) with their usual Latin spellings, most usual first.
 * Alef is bare, yeh and kaf are the Arabic ones (as folded). Compiled by hand for Cordon from common knowledge of the
 * names; spelling habits follow BGN/PCGN 1956 (Arabic) and 1958 (Persian), French for the Maghreb and Lebanon.
 */
export const arabicNames = `
محمد muhammad mohammed mohammad mohamed mohamad muhammed mehmed
احمد ahmad ahmed ahmet
محمود mahmoud mahmud mahmood
حامد hamed hamid
حمد hamad
حميد hamid hameed
علي ali
حسن hassan hasan hassane
حسين hussein husayn hossein hussain husein hosein hussayn
محسن mohsen muhsin
عباس abbas
رضا reza rida ridha riza
مهدي mahdi mehdi
هادي hadi
جواد javad jawad
كاظم kazem kadhim kazim
صادق sadegh sadiq sadeq
جعفر jafar jaafar jafari
باقر bagher baqir baqer
تقي taqi taghi
نقي naghi naqi
موسي musa moussa mousa
عيسي isa issa eisa
ابراهيم ibrahim ebrahim
اسماعيل ismail esmail ismael esmaeil
اسحاق ishaq eshaq
يعقوب yaqub yaghoub yacoub
يوسف yusuf youssef yousef yusef yousuf
داود dawud davoud daoud davood dawood
سليمان sulayman soleiman suleiman sulaiman
سليماني soleimani sulaymani suleimani
يحيي yahya
زكريا zakaria zakariya
عمر omar umar
عثمان uthman osman othman
ابوبكر abubakr abubakar aboubakr
خالد khalid khaled
خليل khalil
طارق tariq tarek tareq
زياد ziyad ziad
سعد saad sad
سعيد said saeed saeid sayid
سعود saud saoud
سلمان salman
سالم salim salem
سليم salim selim
سلام salam
سامي sami
سمير samir sameer
صالح salih saleh
صلاح salah
صدام saddam
طه taha
طلال talal
طاهر tahir taher
ظافر zafir dhafir
عادل adil adel
عامر amir amer
امير amir
عارف arif aref
عاصم asim asem
عبدالله abdullah abdallah abdollah abdulla
عبيد ubayd obaid obeid
عدنان adnan
عزيز aziz
عصام isam issam essam
عقيل aqil aqeel aghil
علاء ala alaa
عماد imad emad
عمار ammar
عمران imran omran
غلام gholam ghulam
غسان ghassan
فارس faris fares
فاضل fadil fazel fadel
فاطمه fatima fatemeh fatemah fatma
فؤاد fuad fouad
فواد fuad fouad
فتحي fathi
فرهاد farhad
فريد farid fareed
فريدون fereydoun fereidoun
فهد fahd fahad
فيصل faysal faisal feisal
قاسم qasim qassem ghasem qasem kassem
قيس qais qays
كامل kamil kamel
كامران kamran
كريم karim kareem
كمال kamal
لطفي lutfi lotfi
ماجد majid maged majed
مجيد majid
مالك malik malek
ماهر mahir maher
مبارك mubarak mobarak
مجتبي mojtaba mujtaba
محسني mohseni
مراد murad morad
مرتضي morteza murtada murtaza
مروان marwan
مسعود masoud massoud masud masood
مصطفي mustafa mostafa moustafa mustapha
معاذ muadh moaz muaz
معمر muammar moammar
مقتدي muqtada moqtada
منصور mansour mansur mansoor
منصوري mansouri mansuri
مهند muhannad mohannad
موفق muwaffaq
ناصر nasir nasser naser
ناصري naseri nasiri
نبيل nabil nabeel
نجم najm
نجيب najib
نزار nizar nezar
نصر nasr
نصرالله nasrallah nasrollah
نضال nidal nedal
نوري nuri nouri
نور nur nour noor
هاني hani
هاشم hashim hashem
هاشمي hashemi hashimi
هشام hisham hesham
هلال hilal helal
همام humam hammam
هيثم haytham haitham
وائل wael wail
وليد walid waleed
ياسر yasir yasser yaser
ياسين yasin yassin yaseen
يزيد yazid
يونس yunus younes younis
ايمن ayman aymen
انس anas
انور anwar anvar
اسامه usama osama
اسد asad assad
اشرف ashraf
اكرم akram
اكبر akbar
اصغر asghar
امين amin ameen
اميري amiri
اياد iyad eyad
ايوب ayyub ayoub ayub
بشار bashar
بشير bashir
بدر badr
بلال bilal
بهرام bahram
بهروز behrouz behrooz behruz
بهزاد behzad
بهمن bahman
بسام bassam
بكر bakr
باسم basim bassem
باسل basil bassel
پرويز parviz
پيمان peyman
پارسا parsa
پوريا pouria
پناهي panahi
تركي turki
توفيق tawfiq toufic tawfik
ثامر thamir thamer
جابر jabir jaber
جابري jabri jaberi jabiri
جاسم jasim jassem
جلال jalal
جليل jalil
جمال jamal gamal jamel
جميل jamil gamil
جمشيد jamshid
جنيد junaid
جهاد jihad
جهانگير jahangir
حاتم hatim hatem
حبيب habib
حجازي hijazi hejazi
حداد haddad
حسام husam hossam hussam
حسني husni hosni hassani hasani
حسيني hosseini husayni husseini hoseini
حقاني haqqani
حكيم hakim hakeem
حلمي hilmi helmi
حمدان hamdan
حمزه hamza hamzeh hamzah
حمدي hamdi
حنان hanan
حيدر haydar heydar haider haidar
حيدري heydari heidari
خان khan
خامنه khamenei
خميني khomeini khumayni
خسرو khosrow khosro
داريوش dariush daryoush
رامي rami
راشد rashid rashed
رشيد rashid rasheed
رحمان rahman
رحماني rahmani
رحيم rahim raheem
رحيمي rahimi
رستم rostam rustam
رسول rasul rasoul rasool
رضايي rezaei rezai rezaee
رضوان rizwan ridwan
رمضان ramadan ramazan
رياض riyad riad
زاده zadeh zada
زينب zaynab zeinab zainab
زهرا zahra
زيد zayd zaid
زهير zuhair zuhayr
ساجد sajid
ساسان sasan
سجاد sajjad
سرور sarwar surur
سفيان sufyan sofian
سهيل suhail soheil suhayl
سهراب sohrab
سيف sayf saif seif
سيامك siamak
شاكر shakir shaker
شادي shadi
شاه shah
شاهين shahin shaheen
شريف sharif cherif sherif
شريفي sharifi
شعبان shaban
شفيق shafiq
شكري shukri shokri
شمس shams
شهاب shihab shahab shehab
شهرام shahram
شهيد shahid
شيرازي shirazi
صباح sabah
صبري sabri
صفا safa
صدر sadr
ضياء diya zia ziya
ضيا diya zia ziya
طالب talib taleb
طيب tayyib tayeb tayyeb
ظاهر zahir dhahir
عايشه aisha ayesha
عايده aida
عبدي abdi
عبود abboud abbud
عز izz ezz
عزت izzat ezzat
عزام azzam
عطا ata
عطيه atiyah atiya attia
علوي alavi alawi
عوض awad
عون awn aoun
غازي ghazi
غالب ghalib ghaleb
غانم ghanim ghanem
فادي fadi
فاروق faruq farouk farooq
فايز fayez faiz faez
فتح fath fateh
فخري fakhri
فرج faraj farag
فرشاد farshad
فرزاد farzad
فرزين farzin
فروغ forough
فلاح falah
فوزي fawzi fouzi fauzi
فياض fayyad
قادر qadir qader
قربان ghorban qurban
قرباني ghorbani qurbani
قدرت ghodrat qudrat
قناص qannas
كاوه kaveh
كاظمي kazemi kadhimi
كرمي karami
كريمي karimi
كوثر kawthar kowsar
كيوان keyvan
گل gul gol
گلزار golzar
لقمان luqman
ليلي layla leila laila
مازن mazin mazen
محبوب mahboub mahbub
محفوظ mahfuz mahfouz
محمدي mohammadi muhammadi
مختار mukhtar mokhtar
مريم maryam mariam
مسلم muslim moslem
مشعل mishal meshaal mashal
مظفر muzaffar mozaffar
مطهر mutahhar
معروف maruf marouf
معين muin moein
مغنيه mughniyah moghnieh
مقداد miqdad meghdad
ملك malik malek
منذر mundhir munther
منير munir mounir
مومن mumin momen
ميثم maytham meysam
ناجي naji
نادر nadir nader
نايف nayef naif nayif
نجفي najafi
نجاد nejad
نژاد nejad nezhad
نعيم naim naeem
نعمت nemat nimat
نقوي naqvi naghavi
نواف nawaf
هارون harun haroun haroon
هوشنگ houshang hushang
واعظ vaez
وحيد vahid waheed wahid
وحيدي vahidi wahidi
ولي vali wali
هنيه haniyeh haniya
يزدي yazdi
يوسفي yousefi yusufi
احمدي ahmadi
اسدي asadi assadi
اكبري akbari
الياس ilyas elias elyas
اسكندر iskandar eskandar
انصاري ansari
ايمان iman eiman
ايرج iraj
اردشير ardeshir
ارسلان arsalan arslan
آرش arash
ارش arash
افشين afshin
افشار afshar
الهام ilham elham
بابك babak
باقري bagheri baqeri baqiri
بهشتي beheshti
تهراني tehrani
جعفري jafari jaafari
جوادي javadi jawadi
حجت hojjat hujjat
خراساني khorasani khurasani
دلاور delavar dilawar
ذوالفقار zulfiqar zolfaghar
راد rad
رحمت rahmat
روح ruh rouh
روحاني rouhani ruhani rowhani
زارع zare zarei
زارعي zarei zarei
زماني zamani
سلامي salami
سياه siah
سردار sardar
شمخاني shamkhani
شهرياري shahriari
صالحي salehi salihi
صفوي safavi safawi
صمدي samadi
طباطبايي tabatabaei tabatabai
طاهري taheri tahiri
عبداللهي abdollahi abdullahi
عظيمي azimi
عراقي araghi iraqi
عزيزي azizi
عسگري asgari askari
علي‌اكبر aliakbar
غلامرضا gholamreza
غلامحسين gholamhossein
فرهادي farhadi
فلاحي fallahi falahi
قاسمي ghasemi qasemi qasimi
كاظميان kazemian
كرمانشاه kermanshah
لاريجاني larijani
محمدرضا mohammadreza
موسوي mousavi musavi mousawi moosavi
مرادي moradi muradi
مرادیان moradian
منوچهر manouchehr
مهرداد mehrdad
ميرزا mirza
مير mir
ناطق nategh
نوروزي norouzi nowruzi
نيك nik
هرمز hormoz hormuz
يار yar
حوثي houthi huthi huthi
مشاط mashat mashat
بدرالدين badreddin badr-al-din badruddin
`
