package dev.kefu.document.casefiles;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The register's entry of a frozen case file. It is never changed but by an erasure, which the audit trail has with both hashes. */
@Entity
@Table(name = "document_case_files")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CaseFile {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processKey;
  /** Process ids of all parts, comma-separated: whoever reads the history of one of them reads the file. */
  @Getter(AccessLevel.NONE)
  private String parts;
  private String starter;
  private Instant endedAt;
  private String outcome;
  private Instant frozenAt;
  private LocalDate keepUntil;
  private String jsonKey;
  private String jsonSha256;
  private String pdfKey;
  private String pdfSha256;

  /**
   * What a file is about.
   *
   * @param parts process ids of all its parts
   * @param starter user id; null for none
   */
  record Subject(String caseNumber, String processKey, List<String> parts, String starter, Instant endedAt, String outcome) {
  }

  /**
   * A content in the store.
   *
   * @param key where it stands
   * @param sha256 in hexadecimal digits
   */
  record Stored(String key, String sha256) {
  }

  CaseFile(Subject subject, Stored json, Stored pdf, Instant frozenAt, LocalDate keepUntil) {
    caseNumber = subject.caseNumber();
    processKey = subject.processKey();
    parts = String.join(",", subject.parts());
    starter = subject.starter();
    endedAt = subject.endedAt();
    outcome = subject.outcome();
    jsonKey = json.key();
    jsonSha256 = json.sha256();
    pdfKey = pdf.key();
    pdfSha256 = pdf.sha256();
    this.frozenAt = frozenAt;
    this.keepUntil = keepUntil;
  }

  List<String> parts() {
    return List.of(parts.split(","));
  }

  /** Takes over contents in which a customer can no longer be recognised. */
  void anonymised(Stored json, Stored pdf) {
    jsonKey = json.key();
    jsonSha256 = json.sha256();
    pdfKey = pdf.key();
    pdfSha256 = pdf.sha256();
  }
}
