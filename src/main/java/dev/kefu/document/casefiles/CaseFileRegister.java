package dev.kefu.document.casefiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.FrozenCases;
import dev.kefu.document.PersonalFiles;
import dev.kefu.document.access.PastCases;
import dev.kefu.document.attachments.FiledAttachments;
import dev.kefu.document.attachments.HeldContents;
import dev.kefu.document.casefiles.CaseFile.Stored;
import dev.kefu.document.casefiles.CaseFile.Subject;
import dev.kefu.document.printing.PdfPress;
import dev.kefu.document.store.AttachmentStore;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.Part;
import dev.kefu.engine.CaseRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of case files. A file is frozen once and never changed, unless a customer must be erased from it; the audit trail, which is sealed, has its hash. */
@Service
@RequiredArgsConstructor
class CaseFileRegister implements PastCases, FrozenCases, HeldContents, PersonalFiles {

  static final int FORMAT = 1;

  private final CaseFileRepository repository;
  private final CaseRecords records;
  private final FiledAttachments attachments;
  private final AttachmentStore store;
  private final CaseFileSheet sheet;
  private final PdfPress press;
  private final ObjectMapper json;
  private final AuditTrail audit;
  private final CaseFileProperties settings;
  private final JdbcClient jdbc;
  private final Clock clock;

  /** Freezes the file of a case if it has ended and has none yet; forgets the note of its end. A case of which only a part has ended is left alone. */
  @Transactional
  public void freeze(String caseNumber) {
    // Locks: of two nodes the second waits here and finds nothing left to do.
    List<Long> notes = jdbc.sql("select id from document_case_ends where case_number = ? for update").param(caseNumber).query(Long.class).list();
    if (!notes.isEmpty()) {
      if (!repository.existsByCaseNumber(caseNumber)) {
        records.of(caseNumber).filter(record -> record.endedAt() != null).ifPresent(this::freeze);
      }
      // No others: the case itself may end at this moment.
      jdbc.sql("delete from document_case_ends where id in (:ids)").param("ids", notes).update();
    }
  }

  private void freeze(CaseRecord record) {
    CaseFileContent content = new CaseFileContent(FORMAT, record, attachments.filed(record.caseNumber()));
    Stored asJson = put(bytes(content));
    Stored asPdf = put(press.print("case-file", sheet.of(content, asJson.sha256())));
    Subject subject = new Subject(record.caseNumber(), record.processKey(), record.parts().stream().map(Part::processKey).distinct().toList(), record.starter(),
        record.endedAt(), record.outcome());
    repository.saveAndFlush(new CaseFile(subject, asJson, asPdf, clock.instant(),
        LocalDate.ofInstant(record.endedAt(), clock.getZone()).plus(settings.of(record.processKey()))));
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, null, "freeze", "caseFile", asJson.sha256(), record.caseNumber(), Map.of("pdf", asPdf.sha256())));
  }

  @Override
  @Transactional
  public int erase(String caseNumber, UnaryOperator<String> anonymous, String by) {
    return find(caseNumber).map(file -> {
      String before = new String(content(file.getJsonKey()), StandardCharsets.UTF_8);
      String after = anonymous.apply(before);
      if (after.equals(before)) {
        return 0;
      }
      List<String> old = List.of(file.getJsonKey(), file.getPdfKey());
      String hashBefore = file.getJsonSha256();
      Stored asJson = put(after.getBytes(StandardCharsets.UTF_8));
      Stored asPdf = put(press.print("case-file", sheet.of(readable(asJson.key()), asJson.sha256())));
      file.anonymised(asJson, asPdf);
      audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, by, "anonymise", "caseFile", asJson.sha256(), caseNumber, Map.of("before", hashBefore, "pdf", asPdf.sha256())));
      old.forEach(store::deleteOnCommit);
      return 2;
    }).orElse(0);
  }

  private CaseFileContent readable(String key) {
    try {
      return json.readValue(content(key), CaseFileContent.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(CaseFileContent content) {
    try {
      return json.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A case file is always valid JSON", e);
    }
  }

  private Stored put(byte[] content) {
    try {
      return new Stored(store.put(new ByteArrayInputStream(content)), sha256(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] content) {
    return DigestUtils.sha256Hex(content);
  }

  /** The register's entry; empty while the case runs and until the job has frozen it. */
  @Transactional(readOnly = true)
  public Optional<CaseFile> find(String caseNumber) {
    return repository.findByCaseNumber(caseNumber);
  }

  /** The content as it was frozen; the hash tells whether it still is. */
  byte[] content(String key) {
    try (InputStream content = store.open(key)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PastCase> past(String caseNumber) {
    return find(caseNumber).map(file -> new PastCase(file.parts(), file.getStarter(), file.getFrozenAt(), () -> read(file).record()));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<FrozenCase> of(String caseNumber) {
    return find(caseNumber).map(file -> new FrozenCase(file.getFrozenAt(), file.getJsonSha256(), file.getPdfSha256(), () -> read(file).record(), () -> content(file.getJsonKey()), () -> content(file.getPdfKey())));
  }

  private CaseFileContent read(CaseFile file) {
    byte[] content = content(file.getJsonKey());
    if (!sha256(content).equals(file.getJsonSha256())) {
      throw new IllegalStateException("The file of case " + file.getCaseNumber() + " is not what was frozen");
    }
    try {
      return json.readValue(content, CaseFileContent.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> held(Collection<String> keys) {
    Set<String> held = new HashSet<>(repository.knownJson(keys));
    held.addAll(repository.knownPdf(keys));
    return held;
  }
}
