package dev.kefu.document.casefiles;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseFileRepository extends Repository<CaseFile, Long> {

  CaseFile saveAndFlush(CaseFile file);

  Optional<CaseFile> findByCaseNumber(String caseNumber);

  boolean existsByCaseNumber(String caseNumber);

  @Query("select f.jsonKey from CaseFile f where f.jsonKey in ?1")
  Set<String> knownJson(Collection<String> keys);

  @Query("select f.pdfKey from CaseFile f where f.pdfKey in ?1")
  Set<String> knownPdf(Collection<String> keys);
}
