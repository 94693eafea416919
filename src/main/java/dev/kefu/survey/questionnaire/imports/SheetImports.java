package dev.kefu.survey.questionnaire.imports;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.questionnaire.FieldProblem;
import dev.kefu.survey.questionnaire.GivenAnswers;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.QuestionnaireCard;
import dev.kefu.survey.questionnaire.QuestionnaireState;
import dev.kefu.survey.questionnaire.Questionnaires;
import dev.kefu.survey.questionnaire.Sheets;
import dev.kefu.survey.questionnaire.Sheets.Outcome;
import dev.kefu.survey.questionnaire.Sheets.Taken;
import dev.kefu.survey.questionnaire.SurveyRights;
import dev.kefu.survey.questionnaire.SurveySettings;
import dev.kefu.survey.questionnaire.imports.SheetColumns.Read;
import dev.kefu.survey.questionnaire.imports.SheetImport.State;
import dev.kefu.survey.questionnaire.imports.SheetImportTable.Count;
import dev.kefu.survey.questionnaire.imports.SheetImportTable.NumberedError;
import dev.kefu.survey.questionnaire.imports.SheetImportTable.RowError;
import dev.kefu.tables.FileNames;
import dev.kefu.tables.FileSniffer;
import dev.kefu.tables.TableFile;
import dev.kefu.tables.TableRow;
import dev.kefu.tables.TableRows;
import dev.kefu.tables.UnreadableFile;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads files of answers in the background, some hundred rows in a transaction: a row is kept as a whole or refused as a whole. What a node that dies leaves unread is imported again; rows that
 * were kept are recognised by respondent, or by the file itself where it names none.
 */
@Slf4j
@Service
public class SheetImports {

  private static final int AT_ONCE = 500;
  private static final int MOST_LISTED = 20;
  private static final int PIECE = 1024 * 1024;
  private static final int LONGEST_CELL = 20_000;
  private static final long SECONDS_TO_STOP = 20;
  private static final Duration SILENT = Duration.ofMinutes(2);
  private static final String DIED = "The program stopped while it read the file: import it again, rows that were kept are recognised. 程式中斷，請重新導入，已導入的行不會重複。";

  private final SheetImportTable table;
  private final Questionnaires questionnaires;
  private final Sheets sheets;
  private final FileSniffer sniffer;
  private final SurveySettings settings;
  private final SurveyRights rights;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Path folder;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "survey-imports"));
  private volatile boolean stopping;

  SheetImports(SheetImportTable table, Questionnaires questionnaires, Sheets sheets, FileSniffer sniffer, SurveySettings settings, SurveyRights rights, AuditTrail audit,
               TransactionTemplate transactions, Clock clock, Environment environment) {
    this.table = table;
    this.questionnaires = questionnaires;
    this.sheets = sheets;
    this.sniffer = sniffer;
    this.settings = settings;
    this.rights = rights;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    folder = Path.of(environment.getRequiredProperty("kefu.data")).resolve("survey-imports");
  }

  /** A file on this node's disk while it is read. */
  private record Taking(TableFile file, String sha256, long id, String surveyNo, String person, List<Question> questions) {
  }

  /**
   * Takes in a file; its rows are read in the background.
   *
   * @throws ResponseStatusException 413 too large, 422 not readable, no question found, no rows, or no answers are taken now
   */
  SheetImport upload(String surveyNo, String fileName, InputStream upload) throws IOException {
    QuestionnaireCard asked = questionnaires.newest(surveyNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such survey. 無此調查。"));
    if (asked.state() != QuestionnaireState.TRIAL && asked.state() != QuestionnaireState.RELEASED) {
      throw new FactsRefused("The questionnaire is a draft: answers are imported when it is on trial or released. 問卷為草稿，試調查或發布後方可導入。");
    }
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "answers-", ".tmp");
    try {
      String sha256 = write(path, upload);
      TableFile file = sniffer.look(path, new FileSniffer.Limits(settings.largestUnpacked(), settings.largestTexts()));
      String person = rights.person();
      long id = register(asked, FileNames.plain(fileName, "answers"), file, sha256, person);
      audit("import", id, Map.of("fileName", FileNames.plain(fileName, "answers"), "sha256", sha256));
      thread.execute(() -> read(new Taking(file, sha256, id, surveyNo, person, asked.questions())));
      return find(surveyNo, id);
    } catch (UnreadableFile refused) {
      Files.deleteIfExists(path);
      throw new FactsRefused(refused.getMessage());
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private String write(Path path, InputStream upload) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    long most = settings.largestFile().toBytes();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
      byte[] bytes = upload.readNBytes(PIECE);
      for (long size = bytes.length; bytes.length > 0; bytes = upload.readNBytes(PIECE), size += bytes.length) {
        if (size > most) {
          throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "The file is larger than %1$d MB 檔案超過 %1$d MB".formatted(settings.largestFile().toMegabytes()));
        }
        out.write(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private long register(QuestionnaireCard asked, String fileName, TableFile file, String sha256, String person) {
    try (TableRows rows = TableRows.open(file, LONGEST_CELL)) {
      if (!rows.hasNext()) {
        throw new UnreadableFile("The file is empty 檔案是空的");
      }
      SheetColumns columns = SheetColumns.of(rows.next(), asked.questions(), clock.getZone());
      long total = 0;
      for (; rows.hasNext(); rows.next()) {
        total++;
      }
      if (total == 0) {
        throw new UnreadableFile("There is no row below the heading 標題行之下沒有數據");
      }
      return table.add(asked.surveyNo(), fileName, sha256, String.join(", ", columns.ignored()), person, total, now());
    }
  }

  private void read(Taking taking) {
    try (TableRows rows = TableRows.open(taking.file(), LONGEST_CELL)) {
      SheetColumns columns = SheetColumns.of(rows.next(), taking.questions(), clock.getZone());
      while (rows.hasNext() && !stopping) {
        List<TableRow> some = new ArrayList<>();
        while (rows.hasNext() && some.size() < AT_ONCE) {
          some.add(rows.next());
        }
        transactions.executeWithoutResult(status -> take(taking, columns, some));
      }
      table.end(taking.id(), stopping ? State.FAILED : State.DONE, stopping ? DIED : null, now());
    } catch (UnreadableFile | FactsRefused refused) {
      table.end(taking.id(), State.FAILED, refused.getMessage(), now());
    } catch (RuntimeException unexpected) {
      log.error("Import {} of answers failed", taking.id(), unexpected);
      table.end(taking.id(), State.FAILED, "It failed for a technical reason; tell an administrator, then import it again. 因技術原因失敗，請通知系統管理員後重新導入。", now());
    } finally {
      delete(taking.file().path());
    }
  }

  private void take(Taking taking, SheetColumns columns, List<TableRow> some) {
    List<GivenAnswers> right = new ArrayList<>();
    List<RowError> errors = new ArrayList<>();
    long unreadable = 0;
    for (TableRow row : some) {
      Read read = columns.read(row, taking.sha256());
      if (read.problems().isEmpty()) {
        right.add(read.given());
      } else {
        unreadable++;
        errors.addAll(errors(columns, row.number(), read.given().respondent(), read.problems()));
      }
    }
    List<Taken> taken = right.isEmpty() ? List.of() : sheets.take(taking.surveyNo(), right, taking.person(), taking.id());
    taken.forEach(one -> errors.addAll(errors(columns, one.row(), one.respondent(), one.problems())));
    table.addErrors(taking.id(), errors);
    long invalid = count(taken, Outcome.INVALID);
    table.moved(taking.id(), new Count(some.size(), invalid + count(taken, Outcome.VALID), invalid, unreadable + count(taken, Outcome.REFUSED), count(taken, Outcome.KNOWN)), now());
  }

  private static long count(List<Taken> taken, Outcome outcome) {
    return taken.stream().filter(one -> one.outcome() == outcome).count();
  }

  private static List<RowError> errors(SheetColumns columns, long row, String respondent, List<FieldProblem> problems) {
    return problems.stream().map(problem -> new RowError(row, respondent, columns.place(problem), problem.message())).toList();
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An import; 404 for an unknown one. */
  SheetImport find(String surveyNo, long id) {
    return table.find(surveyNo, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such import. 無此導入。"));
  }

  List<SheetImport> newest(String surveyNo) {
    table.endSilent(now().minus(SILENT), DIED, now());
    return table.newest(surveyNo, MOST_LISTED);
  }

  List<NumberedError> errors(long id, long after, int most) {
    return table.errors(id, after, most);
  }

  /** Notes that somebody takes the list of errors away. */
  void exported(long id) {
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, rights.person(), "read", "surveyImportErrors", String.valueOf(id), null, Map.of()));
  }

  private void audit(String action, long id, Map<String, String> values) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, rights.person(), action, "surveyImport", String.valueOf(id), null, values));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).withNano(0);
  }

  /** Waits until every file that was taken in so far is read. */
  void settle() throws InterruptedException, ExecutionException {
    thread.submit(() -> { }).get();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.shutdown();
    thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
  }
}
