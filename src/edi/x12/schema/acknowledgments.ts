import type { TransactionSource } from '../../codec/compile-schema.ts';

/** 997: per group its transaction sets, per transaction set its faulty segments and elements. */
export const functionalAcknowledgment: TransactionSource = {
  type: '997',
  name: 'Functional Acknowledgment',
  structure: 'ST! AK1! {AK2:* AK2! {AK3:* AK3! AK4:99} AK5!} AK9! SE!',
};

/** 999: the same with IK segments and their context, from 005010 on. */
export const implementationAcknowledgment: TransactionSource = {
  type: '999',
  name: 'Implementation Acknowledgment',
  structure: 'ST! AK1! {AK2:* AK2! {IK3:* IK3! CTX:10 {IK4:* IK4! CTX:10}} IK5!} AK9! SE!',
};
