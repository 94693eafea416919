package dev.kefu.history.cases;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.audit.CaseAuditTrail;
import dev.kefu.audit.CaseAuditTrail.CaseEntry;
import dev.kefu.document.CaseSheets;
import dev.kefu.document.FrozenCases;
import dev.kefu.document.FrozenCases.FrozenCase;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecords;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.RelatedCases;
import dev.kefu.engine.RelatedCases.RelatedCase;
import dev.kefu.history.cases.CaseHistory.Notice;
import dev.kefu.history.cases.CaseHistory.Part;
import dev.kefu.history.cases.CaseHistory.Remark;
import dev.kefu.history.cases.CaseHistory.TrailStep;
import dev.kefu.history.cases.CaseParts.PartRow;
import dev.kefu.history.cases.CaseParts.ReadableCase;
import dev.kefu.history.cases.CasePath.Place;
import dev.kefu.history.cases.FormsAsHandedIn.Shown;
import dev.kefu.history.cases.Operations.EntryPage;
import dev.kefu.history.cases.Operations.Operation;
import dev.kefu.history.cases.Operations.OperationPage;
import dev.kefu.history.cases.TakenPath.Passage;
import dev.kefu.history.models.Picture;
import dev.kefu.history.models.Pictures;
import dev.kefu.history.rights.HistoryRights;
import dev.kefu.notification.NotificationLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Puts a case together as far as whoever asks may read it. */
@Service
@RequiredArgsConstructor
class CaseHistories {

  private static final List<String> PERSONAL_PROPERTIES = List.of("assignee", "owner", "delegation", "userId");

  private final CaseParts parts;
  private final Trail trail;
  private final FormsAsHandedIn forms;
  private final Operations operations;
  private final Pictures pictures;
  private final CaseRecords records;
  private final CaseAccess access;
  private final NotificationLog notifications;
  private final ObjectProvider<RelatedCases> related;
  private final CaseSheets sheets;
  private final FrozenCases files;
  private final CaseAuditTrail entries;
  private final HistoryRights rights;
  private final AuditTrail audit;
  private final Clock clock;

  /** The case with this number; that somebody read it is written to the audit trail when it holds classified values. */
  @Transactional
  public CaseHistory find(String caseNumber) {
    ReadableCase readable = parts.find(caseNumber);
    List<PartRow> seen = readable.all().stream().filter(readable::mayRead).toList();
    List<String> open = readable.openIds();
    Optional<CaseRecord> record = open.isEmpty() ? Optional.empty() : record(readable, caseNumber);
    Shown shown = forms.of(caseNumber, record.map(CaseRecord::forms).orElse(List.of()).stream().filter(form -> open.contains(form.partId())).toList(), seen);
    if (shown.classified()) {
      audit.write(new AuditRecord(AuditRecord.Kind.CLASSIFIED_READ, rights.personId(), "open", "case", caseNumber, caseNumber, Map.of()));
    }
    Optional<FiledTrail> filed = filed(readable);
    List<TrailStep> steps = filed.map(file -> file.steps(readable.ids())).orElseGet(() -> trail.of(seen));
    boolean cut = steps.size() > Trail.MOST;
    List<Remark> comments = filed.map(file -> readable.whole() ? file.comments() : List.<Remark>of()).orElseGet(() -> trail.comments(seen));
    PartRow own = readable.own();
    Map<String, Object> facts = !open.contains(own.id()) ? Map.of() : record.map(CaseRecord::parts).orElse(List.of()).stream()
        .filter(part -> part.id().equals(own.id())).findFirst().map(CaseRecord.Part::facts).orElse(Map.of());
    List<NotificationLog.Entry> told = notifications.ofCase(caseNumber);
    List<RelatedCase> others = related.orderedStream().flatMap(register -> register.of(caseNumber).stream()).toList();
    String starter = (String) facts.get(CaseVariables.STARTER);
    return new CaseHistory(caseNumber, readable.file() == null ? null : readable.file().frozenAt(), readable.whole(), own.name(), own.processKey(), state(own), readable.mayRead(own) ? outcome(own) : null, starter, customer(facts), own.startedAt(), own.endedAt(), shown.classified(),
        readable.all().stream().map(part -> part(part, readable, open)).toList(), cut ? steps.subList(0, Trail.MOST) : steps, cut, shown.forms(),
        record.map(CaseRecord::decisions).orElse(List.of()).stream().filter(decision -> open.contains(decision.partId())).toList(), comments,
        told.stream().map(entry -> new Notice(entry.createdAt().atZone(clock.getZone()).toInstant(), entry.to(), notifications.titleOf(entry.template()), entry.state())).toList(), others,
        people(Stream.of(Stream.of(starter), steps.stream().flatMap(step -> Stream.of(step.by(), step.onBehalfOf())), shown.forms().stream().flatMap(form -> Stream.of(form.by(), form.onBehalfOf())),
            comments.stream().map(Remark::by), told.stream().map(NotificationLog.Entry::to)).flatMap(ids -> ids)));
  }

  /** A part of the case on its picture. */
  @Transactional(readOnly = true)
  public CasePath path(String caseNumber, String partId) {
    ReadableCase readable = parts.find(caseNumber);
    PartRow part = parts.part(readable, partId);
    Picture picture = part.drawn() ? pictures.of(part.definitionId()) : Picture.NONE;
    Optional<FiledTrail> filed = filed(readable);
    List<Passage> passages = filed.map(file -> file.passages(partId)).orElseGet(() -> trail.passages(part));
    Map<String, List<Passage>> places = passages.stream().collect(Collectors.groupingBy(Passage::element, LinkedHashMap::new, Collectors.toList()));
    return new CasePath(part.drawn() ? pictures.file(part.definitionId()) : null, places.entrySet().stream().map(place -> place(picture.nameOf(place.getKey()), place.getValue())).toList(),
        filed.map(file -> file.flows(partId, picture)).orElseGet(() -> new TakenPath(picture).of(passages)));
  }

  /** What people did to the case, a page at a time. */
  @Transactional(readOnly = true)
  public OperationPage operations(String caseNumber, int page) {
    List<Operation> found = operations(parts.find(caseNumber), page);
    boolean more = found.size() > Operations.PAGE;
    List<Operation> shown = more ? found.subList(0, Operations.PAGE) : found;
    return new OperationPage(shown, page, more, people(shown.stream().flatMap(one -> Stream.of(one.by(), personal(one, one.before()), personal(one, one.after())))));
  }

  /** Who was refused what, who read classified values, took something away or repaired: from the audit trail, for those who may read the whole case. */
  @Transactional(readOnly = true)
  public EntryPage entries(String caseNumber, int page) {
    if (!parts.find(caseNumber).whole()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This is for those who may read the whole case. 僅限可查看全案的人員。");
    }
    List<CaseEntry> found = entries.ofCase(caseNumber, Operations.PAGE * page, Operations.PAGE + 1);
    boolean more = found.size() > Operations.PAGE;
    List<CaseEntry> shown = more ? found.subList(0, Operations.PAGE) : found;
    return new EntryPage(shown, page, more, people(shown.stream().map(CaseEntry::actor)), operations.stepsOf(shown.stream().filter(one -> "task".equals(one.subjectType())).map(CaseEntry::subjectId).toList()));
  }

  /** The same on paper, classified values left out; that it was printed is written to the audit trail. */
  @Transactional
  public byte[] print(String caseNumber) {
    ReadableCase readable = parts.find(caseNumber);
    List<String> seen = readable.ids();
    List<String> open = readable.openIds();
    CaseRecord record = record(readable, caseNumber).orElseThrow();
    boolean whole = readable.whole();
    String own = readable.own().id();
    CaseRecord cut = new CaseRecord(record.caseNumber(), record.processKey(), record.procedure(), open.contains(own) ? record.starter() : null, record.startedAt(), record.endedAt(),
        seen.contains(own) ? record.outcome() : null,
        record.parts().stream().filter(part -> seen.contains(part.id())).toList(), record.forms().stream().filter(form -> open.contains(form.partId())).toList(),
        record.steps().stream().filter(step -> seen.contains(step.partId())).toList(),
        // Neither says to which part it belongs.
        whole ? record.acts() : List.of(), record.decisions().stream().filter(decision -> open.contains(decision.partId())).toList(), whole ? record.registers() : Map.of(), record.people());
    byte[] pdf = sheets.print(cut, rights.personId());
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, rights.personId(), "print", "caseHistory", caseNumber, caseNumber, Map.of()));
    return pdf;
  }

  /** The whole operation log, as far as a package takes it. */
  @Transactional(readOnly = true)
  public List<Operation> allOperations(String caseNumber) {
    ReadableCase readable = parts.find(caseNumber);
    List<Operation> all = new ArrayList<>();
    List<Operation> page;
    int number = 0;
    do {
      page = operations(readable, number);
      all.addAll(page.size() > Operations.PAGE ? page.subList(0, Operations.PAGE) : page);
      number++;
    } while (page.size() > Operations.PAGE);
    return all;
  }

  /** The file as it was frozen, for whoever may read the whole case; empty while there is none. */
  @Transactional(readOnly = true)
  public Optional<FrozenCase> file(String caseNumber) {
    return parts.find(caseNumber).whole() ? files.of(caseNumber) : Optional.empty();
  }

  private Optional<CaseRecord> record(ReadableCase readable, String caseNumber) {
    return readable.file() == null ? records.of(caseNumber) : Optional.of(readable.file().record());
  }

  private static Optional<FiledTrail> filed(ReadableCase readable) {
    return Optional.ofNullable(readable.file()).map(file -> new FiledTrail(file.record()));
  }

  private List<Operation> operations(ReadableCase readable, int page) {
    return filed(readable).map(file -> readable.whole() ? file.operations().stream().skip((long) Operations.PAGE * page).limit(Operations.PAGE + 1L).toList() : List.<Operation>of())
        .orElseGet(() -> operations.of(readable.ids(), page));
  }

  private static String personal(Operation operation, String value) {
    return operation.property() != null && PERSONAL_PROPERTIES.contains(operation.property()) ? value : null;
  }

  private static Place place(String name, List<Passage> passages) {
    Instant first = passages.stream().map(Passage::startedAt).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = passages.stream().map(Passage::endedAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    long seconds = passages.stream().filter(passage -> passage.endedAt() != null).mapToLong(passage -> Duration.between(passage.startedAt(), passage.endedAt()).toSeconds()).sum();
    return new Place(passages.get(0).element(), name, passages.size(), (int) passages.stream().filter(passage -> passage.endedAt() == null).count(),
        (int) passages.stream().filter(Passage::canceled).count(), first, last, seconds);
  }

  private Part part(PartRow part, ReadableCase readable, List<String> open) {
    return new Part(part.id(), part.callerId(), part.processKey(), part.name(), part.version(), part.versionTag(), part.startedAt(), part.endedAt(), state(part),
        readable.mayRead(part) ? outcome(part) : null, readable.mayRead(part), open.contains(part.id()));
  }

  private static String state(PartRow part) {
    return part.endedAt() == null ? "running" : part.completed() ? "finished" : "cancelled";
  }

  private String outcome(PartRow part) {
    return part.endedAt() == null || !part.completed() || part.end() == null || !part.drawn() ? null : pictures.of(part.definitionId()).nameOf(part.end());
  }

  private static String customer(Map<String, Object> facts) {
    return Stream.of(CaseVariables.CUSTOMER_CODE, CaseVariables.CUSTOMER_NAME).map(facts::get).filter(Objects::nonNull).map(Object::toString).reduce((code, name) -> code + " " + name).orElse(null);
  }

  private Map<String, String> people(Stream<String> ids) {
    return new TreeMap<>(access.namesOf(ids.filter(Objects::nonNull).distinct().toList()));
  }
}
