package dev.kefu.complaint.intake.imports;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.complaint.intake.ComplaintIntake;
import dev.kefu.complaint.intake.IntakeProblem;
import dev.kefu.complaint.intake.IntakeProperties;
import dev.kefu.complaint.intake.imports.Import.Count;
import dev.kefu.complaint.intake.imports.ImportFiles.Lent;
import dev.kefu.complaint.intake.imports.ImportTable.NumberedError;
import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.tables.FileNames;
import dev.kefu.tables.FileSniffer;
import dev.kefu.tables.TableFile;
import dev.kefu.tables.TableRows;
import dev.kefu.tables.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who may import do with imports. Every upload, cancellation and download of errors is written to the audit trail. */
@Service
@RequiredArgsConstructor
class Imports {

  private static final int MOST_LISTED = 50;

  private final ImportTable table;
  private final ImportFiles files;
  private final FileSniffer sniffer;
  private final ComplaintIntake intake;
  private final IntakeProperties settings;
  private final CurrentPerson person;
  private final AuditTrail audit;
  private final Clock clock;

  boolean isAllowed() {
    return person.holdsAny(settings.imports().roles());
  }

  /**
   * Lets those pass who may import; the roles stand in {@code kefu.complaint.intake.imports.roles}.
   *
   * @throws IntakeProblem 403 for everybody else
   */
  void requireRight() {
    if (!isAllowed()) {
      throw IntakeProblem.of(HttpStatus.FORBIDDEN, "Complaints are imported by the complaint section 僅限客戶投訴崗位導入");
    }
  }

  /**
   * Takes in a file; its rows are read later, in the background.
   *
   * @param formChannel option of the form's field {@code channel} for rows that do not say it, or null
   * @throws IntakeProblem 413 too large, 422 not readable, no field found, no rows, or no such option
   */
  Import upload(String fileName, String formChannel, InputStream upload) throws IOException {
    try (Lent file = files.take(upload)) {
      Import wanted = examine(FileNames.plain(fileName, "complaints"), formChannel, file);
      long id = table.add(wanted);
      files.keep(id, file);
      audit("import", id, Map.of("fileName", wanted.fileName(), "sha256", wanted.sha256()));
      table.received(id);
      return find(id);
    } catch (UnreadableFile refused) {
      throw IntakeProblem.of(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    }
  }

  private Import examine(String fileName, String formChannel, Lent file) throws IOException {
    FormOutline form = intake.form();
    if (formChannel != null && channels(form).stream().noneMatch(option -> option.value().equals(formChannel))) {
      throw new UnreadableFile("\"" + formChannel + "\" is no way in which complaints come 沒有此受理方式");
    }
    TableFile read = sniffer.look(file.path(), new FileSniffer.Limits(settings.imports().largestUnpacked(), settings.imports().largestTexts()));
    try (TableRows rows = TableRows.open(read, settings.imports().longestCell())) {
      if (!rows.hasNext()) {
        throw new UnreadableFile("The file is empty 檔案是空的");
      }
      Columns columns = Columns.of(rows.next(), form);
      long total = 0;
      for (; rows.hasNext(); rows.next()) {
        total++;
      }
      if (total == 0) {
        throw new UnreadableFile("There is no row below the heading 標題行之下沒有數據");
      }
      return new Import(0, fileName, read.kind(), read.encoding(), read.separator(), file.sha256(), file.size(), formChannel,
          String.join(", ", columns.ignored()), person.userId(), clock.instant(), ImportState.RECEIVING, total, new Count(0, 0, 0, 0), 0, 0, null, null);
    }
  }

  /** The ways in which the form says complaints come; none where it does not ask. */
  List<Choice> channels() {
    return channels(intake.form());
  }

  private static List<Choice> channels(FormOutline form) {
    return form.fields().stream().filter(field -> field.key().equals(ComplaintIntake.CHANNEL_FIELD)).flatMap(field -> field.options().stream()).toList();
  }

  /** What a file may have as columns, in the form's order. */
  List<String> columns() {
    return intake.form().fields().stream().map(field -> field.label() + (field.required() ? " *" : "")).toList();
  }

  List<Import> newest() {
    return table.newest(MOST_LISTED);
  }

  /** An import; 404 for an unknown one. */
  Import find(long id) {
    return table.find(id).orElseThrow(() -> IntakeProblem.of(HttpStatus.NOT_FOUND, "There is no such import 無此導入"));
  }

  /**
   * Ends an import before its time; the cases that it opened stay.
   *
   * @throws IntakeProblem 404 unknown, 409 ended
   */
  @Transactional
  public void cancel(long id) {
    Import known = find(id);
    if (!table.cancel(id, person.userId(), clock.instant())) {
      throw IntakeProblem.of(HttpStatus.CONFLICT, "The import has ended: " + known.state().label() + " 導入已結束");
    }
    audit("cancelImport", id, Map.of());
  }

  /** Notes that somebody takes the list of errors away. */
  void exported(long id) {
    find(id);
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, person.userId(), "read", "complaintImportErrors", String.valueOf(id), null, Map.of()));
  }

  List<NumberedError> errors(long id, long after, int most) {
    return table.errors(id, after, most);
  }

  private void audit(String action, long id, Map<String, String> values) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, person.userId(), action, "complaintImport", String.valueOf(id), null, values));
  }
}
