/**
 * Given names that stand for each other: short forms, and one name in the languages of Europe. A line is one group;
 * `full: others`. A name may be in several groups. Compiled by hand for Cordon from common knowledge.
 */
export const nicknames = `
alexander: alex aleksandr aleksander aleksandar alexandre alessandro alejandro alexandru oleksandr aliaksandr sasha sascha sanya shura alec alek sandy xander iskander olexandr alexandr
alexandra: sasha alex sandra aleksandra oleksandra alessandra alejandra
alexei: aleksei aleksey alexey alexi aliaksei oleksiy oleksii alyosha lyosha
anastasia: nastya anastasiya nastasya anastasiia
andrew: andy drew andrei andrey andriy andrii andreas andre andres andrea andrej andrzej ondrej andriej
ann: anna anne annie hanna hannah anya ania anja ana anita nan nancy
anthony: tony anton antonio antoine antoni antonius
arkady: arkadiy arkasha arkadi
benjamin: ben benny benji veniamin
bernard: bernie bernardo bernhard
catherine: kate katie kathy cathy katherine kathryn katharina katarina caterina catalina ekaterina yekaterina katya katia kateryna katsiaryna kitty
charles: charlie chuck carl karl carlos carlo karel karol
christopher: chris kit christoph cristobal christophe krzysztof kristofer
christina: chris tina christine kristina cristina
constantine: konstantin kostya constantin konstantinos kostiantyn kanstantsin costa kostas
daniel: dan danny daniil danila danylo danyil danil
david: dave davy davide dawid davyd
dennis: denis denys dzianis dionisio
dmitry: dmitri dmitriy dmitrii dima mitya dmytro dzmitry dimitri dimitrios dimitar dimitry
dorothy: dot dolly dorothea dasha daria darya dariya
edward: ed eddie ted ned eduard eduardo edouard edvard
elena: helen helena yelena lena olena alena alyona helene
elizabeth: liz beth lizzie betty eliza elisabeth elizaveta yelizaveta liza isabel isabella elisabetta
eugene: gene evgeny evgeniy evgenii yevgeny yevgeniy yevgenii zhenya yevhen yevhenii eugenio eugen yauhen evgeni
evgenia: eugenia yevgenia yevgeniya evgeniya zhenya
francis: frank frankie franz francisco francesco francois pancho paco fran
frederick: fred freddy friedrich frederic federico fritz
gabriel: gabe gavriil gabriele
george: georg georgy georgiy georgi georgii jorge giorgio giorgi yuri yury yuriy yurii heorhiy jerzy jiri goran egor yegor igor juri iurii yurij
gennady: gennadiy gennadi gena hennadiy henadz gennadii
gerald: gerry jerry gerard gerhard gerardo
gregory: greg grigory grigoriy grigori grisha hryhoriy hryhorii gregor gregorio gregoire
henry: harry hank henri heinrich enrique enrico hendrik henrik
igor: ihor ihar
ilya: ilia illia elijah elias ilja illya
ivan: john vanya ioann ivan
jacob: jake yakov jakob iakov james jacques yakiv
james: jim jimmy jamie jaime santiago diego giacomo
jeffrey: jeff geoffrey geoff
jennifer: jen jenny
joan: jane jean joanna johanna ioanna yana jana zhanna jeanne juana giovanna
john: jack johnny jon johan johann johannes jean juan giovanni ivan ian sean jan janos joao hans ioannis yannis yahya jonathan
jonathan: jon john nathan
joseph: joe joey josef jose giuseppe iosif osip yosef youssef pepe jozef josip yusuf
julia: julie yulia yuliya iulia juliya giulia yuliia juliet
julian: julius julio yulian giulio
katherine: kate katie
kenneth: ken kenny
larissa: lara larisa larysa
lawrence: larry lorenzo laurent laurence lars
leo: lev leon leonid leonidas leonard lyova
leonard: len lenny leonardo leonid
louis: lewis luis luigi ludwig lou louie
lyudmila: ludmila lyuda mila liudmyla ludmilla liudmila
magdalena: madeleine magda lena
margaret: maggie meg peggy margarita rita marguerite margarete greta
maria: mary marie mariya masha mariia maryam miriam molly maryia marija
mark: marc marco marcus marcos markus
martin: marty marcin martino
matthew: matt matvei matvey mateo matteo matthias mateusz matthieu matias
maxim: max maksim maksym maxime maximilian
michael: mike mick mikhail mikhailo mykhailo mihail misha miguel michel michele mikael michal mihai mikhael mihailo mykhaylo
natalia: natalie natasha natalya nataliya nataliia nathalie natallia
nicholas: nick nicky nicolas nikolai nikolay nikola kolya mykola mikalai nicolae niklas nikolaus nicola nikolaj klaus
nadezhda: nadia nadya nadiya nadzeya
olga: olya olha volha helga
oleg: oleh aleh
patricia: pat patty tricia
patrick: pat paddy patricio patrice
paul: pavel pablo paolo pavlo paulo pasha pawel pal pavol
peter: pete pyotr petr petro pedro pietro pierre piotr petya pjotr petar piotr
philip: phil filip filipp felipe philippe filippo pylyp
raymond: ray ramon raimundo
rebecca: becky
richard: rick dick rich richie ricardo riccardo ryszard
robert: bob rob bobby robbie bert roberto
roman: romka romain romano
ronald: ron ronnie ronaldo
rudolf: rudy rodolfo rolf
samuel: sam sammy samuil
sergei: sergey serge sergio serhiy serhii siarhei seryozha sergej serguei sergii siarhiej
simon: semyon semen szymon simeon shimon simone
sophia: sofia sophie sofiya sonya zofia
stanislav: stas stanislaw stanislau stanislaus
stephen: steve steven stefan stepan esteban stefano etienne istvan stephan stephane stefano
susan: sue susie suzanne susanna suzy
svetlana: sveta svitlana sviatlana
tatiana: tanya tatyana tetiana tetyana tatsiana tania
theodore: ted teddy theo fyodor fedor teodor teodoro fedir feodor
thomas: tom tommy tomas tomasz foma tommaso tomaso
timothy: tim timmy timofei timofey timofiy tymofiy
vadim: vadym vadzim dima
valentina: valya valentyna valiantsina
valery: valeriy valeri valerii valeriya valera valerian valerij
vasily: vasiliy vasili vasya vasyl vasil basil vasilios vassili wassily vasilij
victor: viktor vitya vitor wiktor viktar vittorio
victoria: viktoria viktoriya vika viktoriia viktoryia vicky
vincent: vince vicente vincenzo vinnie
vitaly: vitaliy vitali vitalik vital vitalii vitalij
vladimir: volodymyr vova volodya uladzimir vlad wladimir wlodzimierz vladimiro volodimir
vladislav: vlad vladik uladzislau wladyslaw vladyslav
vyacheslav: viacheslav slava vjaceslav viachaslau wiaczeslaw
walter: walt wally valter gualtiero
william: bill billy will willy liam wilhelm guillermo guglielmo guillaume willem vilhelm
yaroslav: slava jaroslav jaroslaw iaroslav
xavier: javier saverio
zinaida: zina
anatoly: anatoliy anatoli anatolii anatol anatolij
boris: borys barys
viktor: viktar
leonid: leanid lieanid
vasyl: vasil
piotr: piatro petro petr pyotr
siarhei: sergei sergey
ruslan: ruslan
yevhen: yauhen evgeny
mikhail: mikhas mihail
anton: anton
valentin: valiantsin valentyn
eduard: eduard edvard
konstantin: kanstantsin kostiantyn
gennady: genadz hienadz henadzi henadz
fyodor: fiodar fedar
grigory: ryhor
muhammad: mohammed mohd muh md
abdulrahman: abdul
`
