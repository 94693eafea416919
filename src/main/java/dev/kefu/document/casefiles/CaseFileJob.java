package dev.kefu.document.casefiles;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Freezes the files of cases that ended; on every node, each case a transaction of its own. A case that fails is tried again at the next turn. */
@Component
@RequiredArgsConstructor
class CaseFileJob {

  private static final Logger LOG = LoggerFactory.getLogger(CaseFileJob.class);
  private static final int MOST = 100;

  private final CaseFileRegister files;
  private final JdbcClient jdbc;

  @Scheduled(initialDelayString = "${kefu.document.case-files.freeze-every}", fixedDelayString = "${kefu.document.case-files.freeze-every}")
  void freeze() {
    due().forEach(this::freeze);
  }

  private List<String> due() {
    return jdbc.sql("select case_number from document_case_ends group by case_number order by min(id) limit ?").param(MOST).query(String.class).list();
  }

  private void freeze(String caseNumber) {
    try {
      files.freeze(caseNumber);
    } catch (RuntimeException failure) {
      LOG.warn("The file of case {} could not be frozen; it is tried again", caseNumber, failure);
    }
  }
}
