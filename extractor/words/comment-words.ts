import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Headings over a discussion, and what its forms say. */
export const COMMENT_WORDS: WordList = {
  en: phrases(`
    comments, comment, comment(s), write comment, comments (_), leave a comment, leave a reply,
    leave comment, leave your comment, post a comment, post comment, add a comment, add comment,
    write a comment, join the discussion, join the conversation, join the debate, view comments,
    view all comments, show comments, read comments, hide comments, comments are closed,
    comments are disabled, no comments, no comments yet, be the first to comment, discussion, responses,
    replies, reader comments, have your say, what do you think, your email address will not be published,
    log in to comment, login to comment, sign in to comment, you must be logged in, trackback,
    trackbacks, pingbacks, cancel reply, notify me of, leave your thoughts, share your thoughts,
    load comments, write a review, save my name, newest comments, recent comments, submit comment, reply,
    drop your comments, comments have to be in english, comments are subject to,
    log in to post a comment, report comment
  `),
  de: phrases(`
    kommentare, kommentar, kommentare (_), kommentar schreiben, kommentare schreiben,
    kommentar verfassen, kommentar hinterlassen, kommentar hinzufugen, kommentar abgeben, kommentieren,
    schreibe einen kommentar, schreiben sie einen kommentar, hinterlasse einen kommentar,
    hinterlasse eine antwort, hinterlassen sie einen kommentar, diskussion, diskutieren sie mit,
    mitdiskutieren, jetzt kommentieren, artikel kommentieren, beitrag kommentieren, alle kommentare,
    kommentare anzeigen, kommentare lesen, kommentarfunktion, antworten, antwort abbrechen, ihre meinung,
    deine meinung, leserkommentare, leserbriefe, leserbrief schreiben,
    deine e-mail-adresse wird nicht veroffentlicht, ihre e-mail-adresse wird nicht veroffentlicht,
    kommentare sind geschlossen, zu den kommentaren, noch keine kommentare, trackback-url,
    war der artikel nutzlich, war dieser artikel hilfreich, forum, postings, forenregeln,
    zum kommentieren bitte anmelden, meinen namen
  `),
  fr: phrases(`
    commentaires, commentaire, laisser un commentaire, laissez un commentaire, ajouter un commentaire,
    poster un commentaire, ecrire un commentaire, reagir a cet article, reagissez, vos commentaires,
    vos reactions, voir les commentaires, annuler la reponse, votre adresse e-mail ne sera pas publiee,
    soyez le premier a commenter, repondre, aucun commentaire, connectez-vous pour commenter, reagir,
    enregistrer mon nom
  `),
  es: phrases(`
    comentarios, comentario, deja un comentario, dejar un comentario, deja una respuesta,
    escribe un comentario, anadir comentario, ver comentarios, comenta, comentar,
    se el primero en comentar, tu direccion de correo electronico no sera publicada, cancelar respuesta,
    responder, opina, inicia sesion para comentar, opina sobre esta noticia, normas de participacion,
    deja tu comentario, guarda mi nombre
  `),
  it: phrases(`
    commenti, commento, lascia un commento, lascia una risposta, scrivi un commento,
    aggiungi un commento, inserisci un commento, commenta, vedi i commenti, rispondi, annulla risposta,
    il tuo indirizzo email non sara pubblicato, accedi per commentare, lascia il tuo commento,
    salva il mio nome
  `),
  pt: phrases(`
    comentarios, comentario, deixe um comentario, deixe uma resposta, deixe seu comentario,
    escreva um comentario, comente, comentar, ver comentarios, responder,
    o seu endereco de e-mail nao sera publicado, cancelar resposta, comente esta noticia,
    deixe o seu comentario, inicie sessao para comentar, faca login para comentar, guardar o meu nome,
    salvar meus dados neste navegador
  `),
  nl: phrases(`
    reacties, reactie, geef een reactie, laat een reactie achter, plaats een reactie, reageer, reageren,
    bekijk reacties, je e-mailadres wordt niet gepubliceerd, antwoorden, reageer op dit artikel,
    log in om te reageren, mijn naam e-mail
  `),
  pl: phrases(`
    komentarze, komentarz, dodaj komentarz, napisz komentarz, zostaw komentarz, skomentuj, skomentuj
    artykul, zobacz komentarze, twoj adres e-mail nie zostanie opublikowany, odpowiedz, anuluj
    odpowiedz, dyskusja, opinie, pokaz wiecej komentarzy, zobacz wszystkie komentarze, wszystkie
    komentarze, dodaj swoj komentarz, napisz swoj komentarz, wez udzial w dyskusji, dolacz do
    dyskusji, zaloguj sie aby dodac komentarz, zaloguj sie aby skomentowac, zaloguj sie aby
    komentowac, zaloguj sie by skomentowac, nie jestes zalogowany, musisz sie zalogowac, aby dodac
    komentarz, tresc komentarza, opublikuj komentarz, wyslij komentarz, komentarze sa wylaczone,
    mozliwosc komentowania, badz pierwszy, brak komentarzy, wymagane pola sa oznaczone, zglos
    naduzycie, komentarze czytelnikow
  `),
  uk: phrases(`
    коментарі, коментар, залишити коментар, додати коментар, написати коментар, обговорення,
    відповісти, ваша e-mail адреса не оприлюднюватиметься, коментарі відсутні, коментувати, показати
    всі коментарі, всі коментарі, усі коментарі, переглянути коментарі, прокоментувати, увійдіть щоб
    залишити коментар, увійдіть щоб, щоб залишити коментар, щоб коментувати, необхідно
    авторизуватися, авторизуйтесь щоб, опублікувати коментар, надіслати коментар, текст коментаря,
    ваш коментар, напишіть коментар, ваше ім'я, коментарів немає, коментарів поки немає, поки немає
    коментарів, будьте першим, обов'язкові поля позначені, скасувати відповідь, коментарі читачів
  `),
  ru: phrases(`
    комментарии, комментарий, оставить комментарий, оставьте комментарий, добавить комментарий,
    написать комментарий, обсуждение, обсудить, ответить, ваш адрес email не будет опубликован,
    отменить ответ, комментариев нет, комментировать, ваше мнение, отзывы, показать все комментарии,
    все комментарии, смотреть комментарии, прокомментировать, войдите чтобы, чтобы оставить
    комментарий, чтобы оставлять комментарии, чтобы комментировать, необходимо авторизоваться,
    авторизуйтесь чтобы, авторизуйтесь, опубликовать комментарий, отправить комментарий, текст
    комментария, ваш комментарий, напишите комментарий, ваше имя, комментариев пока нет, пока нет
    комментариев, будьте первым, обязательные поля помечены, комментарии читателей
  `),
  tr: phrases(`
    yorumlar, yorum yap, yorum yaz, yorum ekle, bir yorum yazin, bir cevap yazin, cevapla, e-posta
    hesabiniz yayimlanmayacak, yorum, yorumunuz, yorumunuzu yazin, yorumu gonder, yorum gonder,
    yorumlari gor, yorumlari goster, tum yorumlar, tum yorumlari gor, tum yorumlari goster, yorum
    yapmak icin, yorum yazmak icin, yorum yapabilmek icin, yorum birakin, bir yanit yazin, cevap
    yaz, yanitla, ilk yorumu siz yapin, ilk yorumu sen yaz, henuz yorum yapilmamis, henuz yorum yok,
    yorumlar kapali, gerekli alanlar, isaretlenmislerdir, okuyucu yorumlari, adiniz
  `),
  da: phrases(`
    kommentarer, skriv en kommentar, tilfoj kommentar, kommenter, svar, kommentar, del din mening,
    vis alle kommentarer, se alle kommentarer, vis kommentarer, se kommentarer, laes kommentarer,
    alle kommentarer, send kommentar, indsend kommentar, log ind for at kommentere, for at
    kommentere, du skal vaere logget ind, ingen kommentarer, vaer den forste, deltag i debatten,
    kraevede felter er markeret, annuller svar, din e-mailadresse vil ikke blive, skriv kommentar,
    efterlad en kommentar, kommentarspor
  `),
  sv: phrases(`
    kommentarer, kommentera, skriv en kommentar, lamna en kommentar, lamna ett svar, svara, till
    kommentarerna, kommentar, kommentera artikeln, visa alla kommentarer, visa kommentarer, se alla
    kommentarer, las kommentarer, las kommentarerna, alla kommentarer, skicka kommentar, publicera
    kommentar, logga in for att kommentera, for att kommentera, du maste vara inloggad, inga
    kommentarer, bli forst att, delta i diskussionen, obligatoriska falt ar markta, avbryt svar, din
    e-postadress kommer inte, skriv kommentar
  `),
  no: phrases(`
    kommentarer, legg igjen en kommentar, skriv en kommentar, kommenter, svar, legg igjen en
    kommentar, kommentar, kommentarfelt, kommentarfeltet, vis alle kommentarer, vis kommentarer, se
    alle kommentarer, les kommentarer, alle kommentarer, send kommentar, publiser kommentar, logg
    inn for a kommentere, for a kommentere, du ma vaere innlogget, du ma vaere logget inn, ingen
    kommentarer, bli med i debatten, delta i debatten, obligatoriske felt er merket, obligatoriske
    felter er merket, avbryt svar, din e-postadresse vil ikke, e-postadressen din vil ikke, skriv
    kommentar, si din mening
  `),
  fi: phrases(`
    kommentit, kommentoi, jata kommentti, lisaa kommentti, vastaa, keskustelu, kirjoita kommentti,
    kommentti, kommentoi juttua, kommentoi artikkelia, nayta kaikki kommentit, nayta kommentit, lue
    kommentit, katso kommentit, kaikki kommentit, laheta kommentti, kommentoidaksesi, kirjaudu
    sisaan kommentoidaksesi, kirjaudu kommentoidaksesi, sinun taytyy kirjautua, sinun on
    kirjauduttava, ei kommentteja, ei viela kommentteja, ole ensimmainen, osallistu keskusteluun,
    pakolliset kentat on merkitty, peruuta vastaus, sahkopostiosoitettasi ei julkaista, nimimerkki,
    vastaa kommenttiin, keskustele
  `),
  cs: phrases(`
    komentare, pridat komentar, napsat komentar, diskuse, odpovedet, komentar, komentovat,
    okomentovat, pridejte komentar, pridat prispevek, vlozit prispevek, vlozit komentar, odeslat
    komentar, napiste komentar, zobrazit komentare, zobrazit vsechny komentare, vsechny komentare,
    zobrazit diskusi, vstoupit do diskuse, vstoupit do diskuze, diskuze, zapojte se do diskuse, do
    diskuse se muzete, pro pridani komentare, pro vlozeni komentare, prihlaste se a komentujte,
    zadne komentare, bud prvni, budte prvni, zrusit odpoved, vase e-mailova adresa nebude,
    vyzadovane informace jsou oznaceny
  `),
  hu: phrases("hozzaszolasok, hozzaszolas, kommentek"),
  el: phrases("σχολια, σχολιο, αφηστε ενα σχολιο, αφηστε μια απαντηση"),
  ja: phrases(`
    コメント, コメントを書く, コメントする, コメントを残す, コメントを投稿, コメント一覧, 返信, みんなのコメント, トラックバック, コメント投稿, コメントを書き込む, コメントを見る,
    コメントをもっと見る, コメントを送信, 返信する, すべてのコメント, コメント欄, ログインしてコメント, コメントを書くにはログインが必要です, メールアドレスが公開されることはありません,
    が付いている欄は必須項目です, コメントは個人の見解であり
  `),
  zh: phrases(`
    评论, 評論, 发表评论, 發表評論, 网友评论, 留言, 我要评论, 查看评论, 最新评论, 热门评论, 发表回复, 写评论, 回复, 取消回复, 發佈留言, 网友跟帖, 跟帖, 我来说两句,
    全部评论, 全部留言, 查看全部评论, 登录后发表评论, 登录后评论, 请登录后参与评论, 请先登录, 写下你的评论, 發表意見, 發表留言, 發表意見前請先登入, 網友留言, 網友回應,
    讀者留言, 讀者回應, 暂无评论, 还没有评论, 快来抢沙发, 您的电子邮箱地址不会被公开, 您的邮箱地址不会被公开, 必填项已用 * 标注, 文明上网理性发言
  `),
  ko: phrases(`
    댓글, 댓글쓰기, 댓글 쓰기, 댓글 달기, 댓글 남기기, 의견, 의견쓰기, 답글, 댓글 등록, 댓글을 입력하세요, 댓글을 입력해 주세요, 댓글을 입력해주세요, 댓글을 남겨주세요,
    로그인 후 댓글, 전체 댓글, 댓글보기, 댓글 보기, 의견 남기기, 첫 댓글, 아직 댓글이 없습니다, 등록된 댓글이 없습니다, 답글쓰기, 답글 쓰기, 한줄의견, 독자의견,
    댓글 작성
  `),
  ar: phrases(`
    تعليقات, التعليقات, اترك تعليقا, اترك تعليقاً, أضف تعليقا, أضف تعليق, اكتب تعليقا,
    لن يتم نشر عنوان بريدك الإلكتروني, إلغاء الرد, تعليقات القراء, أضف تعليقك, اكتب تعليقك,
    أترك تعليقا, اترك رد, اترك ردا, شارك برأيك, كن أول من يعلق, لا يوجد تعليقات, لا توجد تعليقات,
    التعليق, إرسال التعليق, رد, الحقول الإلزامية مشار إليها
  `),
  fa: phrases(`
    ارسال نظر, نظرات, نظر شما, نظرات کاربران, دیدگاه ها, دیدگاهتان را بنویسید, ثبت نظر, ارسال دیدگاه,
    نظرات حاوی
  `),
  hi: phrases(`
    टिप्पणियाँ, टिप्पणियां, टिप्पणी, टिप्पणी करें, कमेंट करें, अपनी टिप्पणी दें,
    टिप्पणी करने के लिए लॉगिन करें
  `),
};
