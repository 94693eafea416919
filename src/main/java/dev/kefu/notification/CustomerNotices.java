package dev.kefu.notification;

import java.time.LocalDate;

/** Tells customers what happens with their case, as far as its process says so ({@code customerNotices}). Receipt and result need no call. */
public interface CustomerNotices {

  /**
   * Tells the customer of a running case that it takes longer, in the caller's transaction. Nothing happens when the process does not name
   * {@code delay}, the customer is not known yet, or the same date was told before.
   *
   * @param processInstanceId the case's topmost instance
   * @param expected the day until which it will be done
   */
  void delayed(String processInstanceId, LocalDate expected);
}
