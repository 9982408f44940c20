// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"

#include <QTest>

#include <thread>

using namespace akwaba;

class TestAsync : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerArrivesOnce()
    {
        Answer<int> answer;
        int received = 0;
        int calls = 0;
        onResult(answer.future(), this, [&](const Result<int> &result) {
            received = *result;
            ++calls;
        });
        answer.give(42);
        QTRY_COMPARE(received, 42);
        QCOMPARE(calls, 1);
    }

    void aDroppedAnswerIsAnError()
    {
        QFuture<Result<int>> future;
        {
            Answer<int> answer;
            future = answer.future();
        }
        Code code = Code::NotFound;
        onResult(future, this, [&](const Result<int> &result) { code = result.error().code; });
        QTRY_COMPARE(code, Code::Internal);
    }

    void anAnswerGivenOnAnotherThreadArrivesOnTheContextsThread()
    {
        Answer<int> answer;
        QThread *thread = nullptr;
        onResult(answer.future(), this, [&](const Result<int> &) { thread = QThread::currentThread(); });
        std::thread worker([answer = std::move(answer)]() mutable { answer.give(1); });
        worker.join();
        QTRY_COMPARE(thread, QThread::currentThread());
    }

    void aDeadContextHearsNothing()
    {
        bool called = false;
        Answer<int> answer;
        {
            QObject context;
            onResult(answer.future(), &context, [&](const Result<int> &) { called = true; });
        }
        answer.give(1);
        bool later = false;
        onResult(answered<int>(2), this, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void manyContextsThatDieWhileAnswersAreGivenDoNoHarm()
    {
        for (int i = 0; i < 500; ++i) {
            Answer<int> answer;
            auto context = std::make_unique<QObject>();
            onResult(answer.future(), context.get(), [](const Result<int> &) { });
            std::thread worker([answer = std::move(answer)]() mutable { answer.give(1); });
            context.reset();
            worker.join();
        }
    }
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
