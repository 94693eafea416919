package dev.kefu.audit;

/** Makes what the audit trail says of values meaningless while its entries and seals stay whole. */
public interface ForgottenValues {

  /** Deletes the salts of a case's entries: nobody can ever prove again what their values were. */
  void forgetCase(String caseNumber);
}
