/** Says whether a signed integer of 64 bits holds a value. */
export function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

/** Says whether an unsigned integer of 64 bits holds a value. */
export function isUint64(value: bigint): boolean {
  return BigInt.asUintN(64, value) === value;
}

/** Says whether numpy holds integers as int64 or uint64, one for all. */
export function fitNumpy(integers: readonly bigint[]): boolean {
  return integers.every(isInt64) || integers.every(isUint64);
}
