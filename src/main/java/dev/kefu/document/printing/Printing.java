package dev.kefu.document.printing;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.access.CaseReading;
import dev.kefu.document.attachments.FiledAttachments;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseAccess.CaseInSight;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecords;
import dev.kefu.engine.ClassifiedReading;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be printed of a case, for those who may read it. Each printing is written to the audit trail. */
@Service
@RequiredArgsConstructor
public class Printing {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CaseAccess access;
  private final CaseRecords records;
  private final CaseReading reading;
  private final PaperForms forms;
  private final PaperComposer composer;
  private final PdfPress press;
  private final FiledAttachments attachments;
  private final ClassifiedReading classified;
  private final AuditTrail audit;
  private final Clock clock;

  /**
   * A form of the handbook that is filled in, at least in part.
   *
   * @param formId the handbook's
   * @param number the handbook's
   * @param title English and Chinese
   * @param filledIn when something was last handed in that stands on it, ready to be read
   */
  record Printable(String formId, String number, String title, String filledIn) {
  }

  /**
   * What can be printed of a case.
   *
   * @param caseNumber whose documents they are
   * @param fileFrozen when the file of the ended case was frozen, ready to be read; null while there is none
   */
  record CaseDocuments(String caseNumber, List<Printable> documents, String fileFrozen) {
  }

  /**
   * The forms that can be printed of a case, and its file.
   *
   * @throws PrintingProblem 404 unknown case, 403 for somebody who may not read it
   */
  @Transactional(readOnly = true)
  public CaseDocuments of(String caseNumber) {
    CaseRecord record = readable(caseNumber);
    List<Printable> printable = forms.all().stream().filter(form -> isFilledIn(form, record))
        .map(form -> new Printable(form.id(), form.number(), form.title(), last(form, record))).toList();
    return new CaseDocuments(caseNumber, printable, reading.past(caseNumber).map(past -> shown(past.frozenAt())).orElse(null));
  }

  /** The case of a task; 404 for an unknown one. */
  String caseOf(String taskId) {
    return access.ofTask(taskId).map(CaseInSight::caseNumber).orElseThrow(PrintingProblem::unknownTask);
  }

  /**
   * Prints a form.
   *
   * @throws PrintingProblem 404 unknown case or form, or nothing of it is filled in; 403 for somebody who may not read the case
   */
  @Transactional
  public byte[] print(String caseNumber, String formId, String person) {
    CaseRecord record = readable(caseNumber);
    PaperForm form = forms.find(formId).orElseThrow(() -> PrintingProblem.unknownForm(formId));
    if (!isFilledIn(form, record)) {
      throw PrintingProblem.notFilledIn(form.title());
    }
    String name = access.namesOf(List.of(person)).getOrDefault(person, person);
    String printed = "Printed by 列印人 " + name + " · " + shown(clock.instant());
    List<String> files = attachments.filed(caseNumber).stream().filter(file -> file.removedAt() == null).map(FiledAttachments.Filed::name).toList();
    byte[] pdf = press.print("paper", composer.compose(form, record, (handedIn, field) -> classified.read(handedIn.partId(), field.path(), field.readers(), caseNumber)
        .orElse(""), files, printed));
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, person, "print", "document", formId, caseNumber, Map.of()));
    return pdf;
  }

  private CaseRecord readable(String caseNumber) {
    requireReadable(caseNumber);
    return records.of(caseNumber).or(() -> reading.past(caseNumber).map(past -> past.record().get())).orElseThrow(() -> PrintingProblem.unknownCase(caseNumber));
  }

  /**
   * Lets those pass who may read a case, also one that the engine has forgotten and whose file is kept.
   *
   * @throws PrintingProblem 404 unknown case, 403 for anybody else
   */
  public void requireReadable(String caseNumber) {
    if (!reading.mayRead(caseNumber).orElseThrow(() -> PrintingProblem.unknownCase(caseNumber))) {
      throw PrintingProblem.notYours();
    }
  }

  private static boolean isFilledIn(PaperForm form, CaseRecord record) {
    return record.forms().stream().map(HandedIn::formId).anyMatch(form.forms()::contains);
  }

  private String last(PaperForm form, CaseRecord record) {
    return record.forms().stream().filter(handedIn -> form.forms().contains(handedIn.formId())).map(HandedIn::at).reduce((earlier, later) -> later)
        .map(this::shown).orElse("");
  }

  private String shown(Instant moment) {
    return MINUTE.format(moment.atZone(clock.getZone()));
  }
}
