"""Turn an empty PostgreSQL into the ERP's template: a Tryton database with one company, ready for purchasing.

Run once per template, with the connection in TRYTOND_DATABASE__URI and the two passwords in
ERP_ADMIN_PASSWORD and ERP_USER_PASSWORD. Each step is announced on standard output as "step: ...";
the last line is a JSON object with what a client needs beside the passwords.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import psycopg

MODULES = [
    'purchase', 'purchase_request', 'stock_supply', 'account_invoice_stock', 'sale', 'stock_lot',
    'purchase_amendment', 'purchase_product_quantity', 'purchase_secondary_unit',
]
# What the integration user may do: buy, receive, post invoices. Master data stays with the administrator.
GROUPS = [
    'purchase.group_purchase', 'purchase_request.group_purchase_request',
    'purchase_amendment.group_purchase_amendment', 'stock.group_stock', 'account.group_account',
]
COMPANY = 'Harbour & Hill Distribution'
CURRENCY = 'USD'
YEARS_AHEAD = 2


def step(text):
    print(f'step: {text}', flush=True)


def create_database(uri, name):
    with psycopg.connect(f'{uri}postgres', autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")


def administer(name, *arguments):
    """Run trytond-admin of this environment; the password goes by file, so that no process list shows it."""
    with tempfile.TemporaryDirectory() as folder:
        password = Path(folder, 'password')
        password.write_text(os.environ['ERP_ADMIN_PASSWORD'])
        subprocess.run(
            [str(Path(sys.executable).with_name('trytond-admin')), '-d', name, *arguments],
            env={**os.environ, 'TRYTONPASSFILE': str(password)}, check=True)


def set_up_company():
    from proteus import Model
    from trytond.modules.company.tests.tools import create_company, get_company

    Party = Model.get('party.party')
    party = Party(name=COMPANY)
    party.save()
    create_company(party=party, currency=CURRENCY)
    return get_company()


def set_up_accounting(company):
    from proteus import Model
    from trytond.modules.account.tests.tools import create_chart, create_fiscalyear
    from trytond.modules.account_invoice.tests.tools import set_fiscalyear_invoice_sequences

    create_chart(company)
    this_year = datetime.date.today().year
    for year in range(this_year - 1, this_year + YEARS_AHEAD + 1):
        calendar_year = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
        fiscal_year = set_fiscalyear_invoice_sequences(create_fiscalyear(company, today=calendar_year))
        fiscal_year.name = str(year)
        fiscal_year.save()
        fiscal_year.click('create_period')

    PaymentTerm = Model.get('account.invoice.payment_term')
    term = PaymentTerm(name='30 days net')
    line = term.lines.new(type='remainder')
    line.relativedeltas.new(days=30)
    term.save()


def set_up_integration_user(company):
    from proteus import Model

    User = Model.get('res.user')
    Group = Model.get('res.group')
    ModelData = Model.get('ir.model.data')
    user = User(name='Crossdock', login='crossdock', password=os.environ['ERP_USER_PASSWORD'])
    user.companies.append(company)
    user.company = company
    for group in GROUPS:
        user.groups.append(Group(ModelData.get_id(group, {})))
    user.save()

    Application = Model.get('res.user.application')
    application = Application(application='rest', user=user)
    application.save()
    return user, application.key


def main():
    name = sys.argv[1]
    uri = os.environ['TRYTOND_DATABASE__URI']
    step('an empty database')
    create_database(uri, name)
    step('Tryton itself')
    administer(name, '--all', '--email', 'admin@example.com', '-l', 'en')
    step(f'{len(MODULES)} modules and what they depend on (the longest step)')
    administer(name, '-u', *MODULES, '--activate-dependencies')

    step('company, accounts, fiscal years, integration user')
    from proteus import config
    config.set_trytond(name, user='admin')
    company = set_up_company()
    set_up_accounting(company)
    user, rest_key = set_up_integration_user(company)
    print(json.dumps({'user': user.login, 'restKey': rest_key, 'companyId': company.id}))


if __name__ == '__main__':
    main()
