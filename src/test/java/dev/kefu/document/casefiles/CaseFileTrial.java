package dev.kefu.document.casefiles;

import org.springframework.beans.factory.BeanFactory;

/** Freezes the file of a case at once, for tests that do not wait for the job. */
public final class CaseFileTrial {

  private CaseFileTrial() {
  }

  public static void freeze(BeanFactory beans, String caseNumber) {
    beans.getBean(CaseFileRegister.class).freeze(caseNumber);
  }
}
