package dev.kefu.organisation.journal;

import org.springframework.beans.factory.BeanFactory;

/** Keeps the journal of rights at once, for tests that do not wait for its turn. */
public final class RightsJournalTrial {

  private RightsJournalTrial() {
  }

  public static void look(BeanFactory beans) {
    beans.getBean(RightsJournal.class).look();
  }
}
