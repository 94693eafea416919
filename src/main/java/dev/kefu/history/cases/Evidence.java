package dev.kefu.history.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditSeals;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.FrozenCases.FrozenCase;
import dev.kefu.history.rights.HistoryRights;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/**
 * Packs a sample of cases for an auditor: of each case everything that the person may read, for people and for programs, of an ended one its file as it was frozen, and a manifest with the hash of every file, how the cases were chosen, and the
 * last hash of the audit trail.
 */
@Service
@RequiredArgsConstructor
class Evidence {

  private final Sampling sampling;
  private final CaseHistories histories;
  private final HistoryRights rights;
  private final AuditTrail audit;
  private final AuditSeals seals;
  private final ObjectMapper json;
  private final Clock clock;

  /**
   * What the package says of itself.
   *
   * @param population how many cases of the process started in the period
   * @param cases numbers of the chosen ones
   * @param files SHA-256 of every other file
   * @param auditHash last hash of the sealed audit trail
   */
  record Manifest(String madeBy, Instant madeAt, Sample sample, int population, List<String> cases, List<PackedFile> files, String auditHash) {
  }

  /** A file of the package. */
  record PackedFile(String name, String sha256) {
  }

  /**
   * The question as it will be answered.
   *
   * @throws ResponseStatusException 400 for one without process or period, 403 for a process whose cases or facts the person may not read
   */
  Sample asked(Sample sample) {
    if (sample.process() == null || sample.from() == null || sample.to() == null || sample.to().isBefore(sample.from())) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Say which process, and from which day to which. 請指明流程及起訖日期。");
    }
    rights.requireReadable(sample.process());
    if (!rights.mayReadFacts(sample.process())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "You may not read what was handed in to this process. 您無權查看此流程的表單。");
    }
    return sample.seed() == null ? sample.withSeed(UUID.randomUUID().toString()) : sample;
  }

  /** Writes the package; who took it away is written to the audit trail first. */
  void write(Sample sample, OutputStream out) throws IOException {
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, rights.personId(), "exportEvidence", "sample", sample.process() + " " + sample.from() + " " + sample.to() + " " + sample.rule() + " " + sample.seed(),
        null, Map.of()));
    List<String> chosen = sampling.choose(sample);
    List<PackedFile> files = new ArrayList<>();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String number : chosen) {
        Optional<FrozenCase> file = histories.file(number);
        if (file.isPresent()) {
          pack(zip, number + "/case-file.json", file.get().json().get(), files);
          pack(zip, number + "/case-file.pdf", file.get().pdf().get(), files);
        }
        pack(zip, number + "/case.json", bytes(histories.find(number)), files);
        pack(zip, number + "/operations.json", bytes(histories.allOperations(number)), files);
        pack(zip, number + "/case.pdf", histories.print(number), files);
      }
      Manifest manifest = new Manifest(rights.personId(), clock.instant(), sample, sampling.population(sample), chosen, files, seals.lastHash().orElse(null));
      pack(zip, "manifest.json", bytes(manifest), new ArrayList<>());
    }
  }

  private static void pack(ZipOutputStream zip, String name, byte[] content, List<PackedFile> files) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
    files.add(new PackedFile(name, Sampling.sha256(content)));
  }

  private byte[] bytes(Object content) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is sent as JSON elsewhere is JSON here", e);
    }
  }
}
