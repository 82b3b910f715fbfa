package feewright.api.traffic;

/**
 * Who sent a request: {@code address} as it was told or seen, {@code key} under which it is counted, and whether it came over TLS. A
 * trusted proxy that asks for nobody else is not counted.
 */
record Sender(String address, String key, boolean isTls, boolean isProxy) {}
