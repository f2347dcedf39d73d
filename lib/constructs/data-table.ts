import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';

export interface Index {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
}

export interface DataTableProps {
  readonly environment: Environment;
  readonly name: string;
  readonly partition: string;
  readonly sort?: string;
  readonly indexes?: readonly Index[];
  /** Attribute with the epoch second after which an item may go. */
  readonly expires?: string;
  readonly stream?: boolean;
  readonly key: IKey | undefined;
}

/** A table on demand with point-in-time recovery, encrypted, protected from deletion where data is kept. */
export class DataTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: DataTableProps) {
    super(scope, id);
    const { environment, key } = props;
    this.table = new Table(this, 'Table', {
      tableName: props.name,
      partitionKey: { name: props.partition, type: AttributeType.STRING },
      ...(props.sort ? { sortKey: { name: props.sort, type: AttributeType.STRING } } : {}),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: key ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.DEFAULT,
      ...(key ? { encryptionKey: key } : {}),
      ...(props.expires ? { timeToLiveAttribute: props.expires } : {}),
      ...(props.stream ? { stream: StreamViewType.NEW_IMAGE } : {}),
      deletionProtection: environment.dataRemoval === 'retain',
      removalPolicy: environment.dataRemoval,
    });
    for (const index of props.indexes ?? []) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }
}
